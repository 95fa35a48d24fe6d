using Approvals.Cases;
using Approvals.Cases.Events;
using Approvals.Cases.Notices;
using Approvals.Cases.Printing;
using Approvals.Kernel.Calendar;
using Approvals.Server.Reads.Work;

namespace Approvals.Server.Pages.Work.Decide;

/// <summary>
/// A paper as it will be sent, made by the very writer of the papers from the case as it would be; only its number is still
/// open, because numbers have no gaps.
/// </summary>
public sealed class NoticePreview(CaseFileQuery files, CasePapers papers, WorkingCalendar calendar, TimeProvider clock)
{
    private const string Unnumbered = "（编号在发出时产生）";
    private const string Nobody = "preview";

    public NoticeText Correction(long key, IReadOnlyList<CorrectionPoint> points) =>
        Of(
            key,
            NoticeKind.Correction,
            (now, state) => new CorrectionRequested(now, Nobody, Unnumbered, state.Stage, points)
        );

    public NoticeText NonAcceptance(long key, string reason, string whereToGo) =>
        Of(key, NoticeKind.NonAcceptance, (now, _) => new CaseNotAccepted(now, Nobody, Unnumbered, reason, whereToGo));

    public NoticeText Return(long key, ReturnGround ground, string reason, string whereToGo) =>
        Of(key, NoticeKind.Return, (now, _) => new CaseReturned(now, Nobody, Unnumbered, ground, reason, whereToGo));

    public NoticeText Refusal(long key, IReadOnlyList<string> reasons, string remedies) =>
        Of(key, NoticeKind.Refusal, (now, _) => new CaseRefused(now, Nobody, Unnumbered, reasons, remedies));

    public NoticeText Rectification(long key, IReadOnlyList<string> demands) =>
        Of(key, NoticeKind.Rectification, (now, _) => new RectificationRequired(now, Nobody, Unnumbered, demands));

    public NoticeText Revocation(long key, IReadOnlyList<string> reasons, string remedies) =>
        Of(key, NoticeKind.Revocation, (now, _) => new CaseRevoked(now, Nobody, Unnumbered, reasons, remedies));

    /// <summary>With the days as they would be promised today.</summary>
    public NoticeText Acceptance(long key, string? remark) =>
        Of(
            key,
            NoticeKind.Acceptance,
            (now, _) => new CaseAccepted(now, Nobody, Unnumbered, remark),
            (now, source) =>
                source with
                {
                    PromisedDue = calendar.AddWorkingDays(CivilTime.DateOf(now), source.Item.Item.Limits.PromisedDays),
                    LegalDue = calendar.AddWorkingDays(CivilTime.DateOf(now), source.Item.Item.Limits.LegalDays),
                }
        );

    /// <summary>The decision alone: the licence has a page of its own where it is signed.</summary>
    public NoticeText Approval(long key, string? opinion) =>
        Of(key, NoticeKind.Approval, (now, _) => new CaseApproved(now, Nobody, Unnumbered, null, opinion));

    public NoticeText Minutes(long key, DateOnly heldOn, string minutes, IReadOnlyList<UnitVote> votes) =>
        Of(
            key,
            NoticeKind.MeetingMinutes,
            (now, _) => new MeetingRecorded(now, Nobody, Unnumbered, heldOn, minutes, votes)
        );

    private NoticeText Of(
        long key,
        NoticeKind kind,
        Func<DateTimeOffset, CaseState, CaseEvent> happening,
        Func<DateTimeOffset, PaperSource, PaperSource>? completed = null
    )
    {
        var now = clock.GetUtcNow();
        var source = files.Source(key);
        var happened = happening(now, source.State);
        var after = source with
        {
            State = CaseEvolution.Evolve(source.State, happened),
            Events = [.. source.Events, happened],
        };
        return papers.Notice(kind, completed?.Invoke(now, after) ?? after, CivilTime.DateOf(now));
    }
}
