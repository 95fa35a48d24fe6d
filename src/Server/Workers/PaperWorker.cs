using System.Collections.Frozen;
using System.Collections.Immutable;
using Approvals.Cases;
using Approvals.Cases.Commands;
using Approvals.Cases.Handling;
using Approvals.Cases.Printing;
using Approvals.Kernel.Blobs;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Turns;
using Approvals.Server.Signing;
using Approvals.Server.Storage;

namespace Approvals.Server.Workers;

/// <summary>
/// Makes the papers of cases: notices, decisions, licences. The sealed PDF is durable as a blob before the turn that refers
/// to it; that turn records it, completes the job and, at the end of a case, closes it.
/// </summary>
public sealed class PaperWorker(
    Platform platform,
    PaperPress press,
    CasePapers papers,
    SignedPapers files,
    PublicAddress address
) : IJobWorker
{
    private const string Pdf = "application/pdf";
    private const string Licence = "licence.issue";

    /// <summary>What each job prints, and whether the case ends with it.</summary>
    internal static readonly FrozenDictionary<string, (NoticeKind Kind, bool Closes)> Notices = new Dictionary<
        string,
        (NoticeKind, bool)
    >(StringComparer.Ordinal)
    {
        ["case.accept-notice"] = (NoticeKind.Acceptance, false),
        ["case.correction-notice"] = (NoticeKind.Correction, false),
        ["case.decline"] = (NoticeKind.NonAcceptance, true),
        ["case.refuse"] = (NoticeKind.Refusal, true),
        ["case.rectification-notice"] = (NoticeKind.Rectification, false),
        ["case.check-record"] = (NoticeKind.CheckRecord, true),
        ["case.revoke"] = (NoticeKind.Revocation, true),
        ["case.special-notice"] = (NoticeKind.SpecialProcedure, false),
        ["case.referral-letter"] = (NoticeKind.Referral, false),
        ["case.inspection-call"] = (NoticeKind.InspectionCall, false),
        ["case.inspection-record"] = (NoticeKind.InspectionRecord, false),
        ["case.meeting-minutes"] = (NoticeKind.MeetingMinutes, false),
        ["case.extension-notice"] = (NoticeKind.Extension, false),
        ["case.change-notice"] = (NoticeKind.TypeChange, false),
        ["case.return-notice"] = (NoticeKind.Return, false),
        ["licence.withdrawal"] = (NoticeKind.LicenceWithdrawal, false),
        ["case.return-receipt"] = (NoticeKind.ReturnReceipt, true),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What is printed beside the licence, when it has a number.</summary>
    internal static readonly NoticeKind[] Decisions = [NoticeKind.Approval, NoticeKind.Commitment];

    private readonly PaperSources sources = new(platform.Cases.Items);

    public IReadOnlyList<string> Types { get; } = [.. Notices.Keys, Licence];

    public async Task<Func<TurnScope, TurnAnswer>> WorkAsync(JobTicket job, CancellationToken cancellation)
    {
        var source = platform.Readers.Read(session => sources.Read(session, job.Owner));
        return Notices.TryGetValue(job.Type, out var notice)
            ? await NoticeAsync(job, source, notice.Kind, notice.Closes, cancellation)
            : await LicenceAsync(job, source, cancellation);
    }

    private async Task<Func<TurnScope, TurnAnswer>> NoticeAsync(
        JobTicket job,
        PaperSource source,
        NoticeKind kind,
        bool closes,
        CancellationToken cancellation
    )
    {
        var printed = new List<(NoticeKind Kind, Blob Blob, string Name)>();
        foreach (var each in With(kind, source.State))
        {
            var (paper, title) = await PrintNoticeAsync(source, each, cancellation);
            printed.Add((each, paper, title));
        }

        return scope =>
        {
            ImmutableArray<CaseCommand> commands =
            [
                .. printed.Select(paper => Record(scope, paper.Kind, paper.Blob, paper.Name)),
            ];
            return platform.CaseTurns.CompleteJob(
                scope,
                job.Key,
                job.Owner,
                closes ? commands.Add(new CloseCase()) : commands
            );
        };
    }

    /// <summary>What the applicant undertook at the acceptance goes out with its notice.</summary>
    private static IEnumerable<NoticeKind> With(NoticeKind kind, CaseState state) =>
        kind == NoticeKind.Acceptance && state.NoticeNumbers.ContainsKey(NoticeKind.Undertaking)
            ? [kind, NoticeKind.Undertaking]
            : [kind];

    /// <summary>The decision and the licence together; the job's completion delivers them and ends the case in the same turn.</summary>
    private async Task<Func<TurnScope, TurnAnswer>> LicenceAsync(
        JobTicket job,
        PaperSource source,
        CancellationToken cancellation
    )
    {
        var printed = new List<(NoticeKind Kind, Blob Blob, string Name)>();
        foreach (var kind in Decisions.Where(source.State.NoticeNumbers.ContainsKey))
        {
            var (paper, name) = await PrintNoticeAsync(source, kind, cancellation);
            printed.Add((kind, paper, name));
        }

        var terms = source.State.Licence;
        var (licence, title) = terms is null ? (null, "") : await PrintLicenceAsync(source, terms, cancellation);
        return scope =>
        {
            var commands = ImmutableArray.CreateBuilder<CaseCommand>();
            commands.AddRange(printed.Select(paper => Record(scope, paper.Kind, paper.Blob, paper.Name)));
            if (licence is not null)
            {
                var stored = scope.AddDocument(title + ".pdf", Pdf, licence.Sha256, licence.Length);
                commands.Add(new IssueLicence(terms!.Identifier, new DocumentRef(stored.Id, stored.Digest)));
            }

            return platform.CaseTurns.CompleteJob(scope, job.Key, job.Owner, commands.ToImmutable());
        };
    }

    private async Task<(Blob? Blob, string Title)> PrintLicenceAsync(
        PaperSource source,
        LicenceTerms terms,
        CancellationToken cancellation
    )
    {
        var now = platform.Clock.GetUtcNow();
        var unit = source.IssuerOf(NoticeKind.Approval);
        // Those who were called to sign and did not in time are only named: the seal alone makes the licence then.
        if (source.State is { SignedLicence: { } signed, NextSignatory: null })
        {
            var pdf = await files.ReadAsync(signed, cancellation);
            return (await files.StoreAsync(press.Finish(pdf, unit, now), cancellation), source.Item.Item.Result.Name);
        }

        var licence = CasePapers.Licence(source, now, address.Of("/verify/" + terms.Identifier));
        return (await files.StoreAsync(press.Print(licence, unit, now), cancellation), licence.Title);
    }

    private async Task<(Blob Blob, string Name)> PrintNoticeAsync(
        PaperSource source,
        NoticeKind kind,
        CancellationToken cancellation
    )
    {
        var now = platform.Clock.GetUtcNow();
        var text = papers.Notice(kind, source, CivilTime.DateOf(now));
        var pdf = press.Print(
            text,
            source.IssuerOf(kind),
            now,
            address.Of("/track?number=" + source.State.QueryNumber)
        );
        return (await files.StoreAsync(pdf, cancellation), text.Title + ".pdf");
    }

    private static RecordNotice Record(TurnScope scope, NoticeKind kind, Blob blob, string name)
    {
        var stored = scope.AddDocument(name, Pdf, blob.Sha256, blob.Length);
        return new RecordNotice(kind, new DocumentRef(stored.Id, stored.Digest));
    }
}
