using System.Globalization;
using Approvals.Cases;
using Approvals.Cases.Events;
using Approvals.Kernel.Calendar;
using Approvals.Server.Components.CaseFactsPicture;
using Approvals.Server.Components.Log;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Texts;
using Microsoft.AspNetCore.Html;

namespace Approvals.Server.Components.CaseFactsLog;

/// <summary>For whom a log is written.</summary>
public enum LogReader
{
    /// <summary>The applicant: everything but the opinions that staff write to each other.</summary>
    Applicant,

    /// <summary>The unit and the supervisors: everything.</summary>
    Staff,
}

/// <summary>经过: what happened to a case, latest first, with who did it, the papers, and the line that proves it.</summary>
public static class CaseLog
{
    public static LogView Of(ITexts texts, CaseFacts facts, LogReader reader, int most = int.MaxValue)
    {
        var ofCase = facts
            .History.Where(happening => IsTold(happening, reader))
            .Select(happening => (happening.Proof.Position, Entry: Entry(texts, happening, reader)));
        var ofTasks = facts
            .TaskHistory.Where(happening => TaskLog.IsTold(happening, reader))
            .Select(happening => (happening.Position, Entry: TaskLog.Entry(texts, happening, reader)));
        var entries = ofCase
            .Concat(ofTasks)
            .OrderByDescending(each => each.Position)
            .Select(each => each.Entry)
            .Take(most);
        return new LogView([.. entries], Proof(texts, facts.Proof));
    }

    /// <summary>How many entries the whole log has.</summary>
    public static int Count(CaseFacts facts, LogReader reader) =>
        facts.History.Count(happening => IsTold(happening, reader))
        + facts.TaskHistory.Count(happening => TaskLog.IsTold(happening, reader));

    private static bool IsTold(CaseHappening happening, LogReader reader) =>
        happening.Event switch
        {
            NoticeIssued => false,
            LicenceDrafted => reader == LogReader.Staff,
            StepSubmitted or StepReopened => reader == LogReader.Staff,
            _ => true,
        };

    private static LogEntry Entry(ITexts texts, CaseHappening happening, LogReader reader)
    {
        var detail = new HtmlContentBuilder();
        string?[] parts = [Who(texts, happening.By), Words(texts, happening.Event, reader)];
        detail.Append(string.Join(texts["case.comma"].Plain, parts.OfType<string>()));
        foreach (var document in happening.Documents.Where(document => IsPaper(document)))
        {
            detail
                .AppendHtml("　<a href=\"/documents/")
                .Append(document.Id.ToString(CultureInfo.InvariantCulture))
                .AppendHtml("\">")
                .Append(DocumentNames.Of(texts, document))
                .AppendHtml("</a>");
        }

        return new LogEntry(happening.At, texts["happened." + happening.Event.GetType().Name].Plain, detail);
    }

    /// <summary>Files of an application stand in the list of documents; the log names the papers of the case.</summary>
    private static bool IsPaper(CaseDocument document) =>
        document.Kind
            is Approvals.Cases.Handling.DocumentKinds.Notice
                or Approvals.Cases.Handling.DocumentKinds.Licence
                or Approvals.Cases.Handling.DocumentKinds.Signed
        || document.Caption == "现场照片";

    private static string? Who(ITexts texts, Doer doer) => doer is Doer.Platform ? null : DoerWords.Of(texts, doer);

    private static string? Words(ITexts texts, CaseEvent happened, LogReader reader) =>
        happened switch
        {
            CaseSubmitted e => texts[
                "happened.submitted.detail",
                ("channel", texts["channel." + e.Channel].Plain),
                ("count", e.Documents.Count)
            ].Plain,
            CaseAccepted e => e.Remark ?? texts["happened.accepted.detail"].Plain,
            CorrectionRequested e => texts["happened.correction.detail", ("count", e.Points.Count)].Plain,
            CorrectionSubmitted e => texts["happened.corrected.detail", ("count", e.Documents.Count)].Plain,
            CaseReviewed e when reader == LogReader.Staff => texts["recommendation." + e.Recommendation].Plain
                + texts["case.comma"].Plain
                + e.Opinion,
            CaseReviewed => texts["happened.reviewed.detail"].Plain,
            CaseSentBack e => reader == LogReader.Staff ? e.Reason : null,
            ReviewWithdrawn e => reader == LogReader.Staff ? e.Reason : null,
            StepSubmitted => texts["happened.step-submitted.detail"].Plain,
            StepReopened => texts["happened.step-reopened.detail"].Plain,
            CaseApproved e => reader == LogReader.Staff && e.Opinion is { Length: > 0 } ? e.Opinion : e.NoticeNumber,
            CaseRefused e => string.Join(texts["case.semicolon"].Plain, e.Reasons),
            CaseNotAccepted e => e.Reason + texts["case.semicolon"].Plain + e.WhereToGo,
            CommitmentConfirmed e => e.Finding,
            CaseDeemedAccepted e => texts["happened.deemed.detail", ("day", texts.Day(e.ReceivedOn).Plain)].Plain,
            SpecialProcedureBegun e => texts[
                "happened.special.detail",
                ("procedure", e.Procedure),
                ("days", e.Days)
            ].Plain
                + texts["case.semicolon"].Plain
                + e.Reason,
            SpecialProcedureEnded e => e.Result,
            CaseReferred e => e.NoticeNumber,
            OpinionGiven e => texts[e.Agrees ? "happened.agrees" : "happened.disagrees"].Plain
                + (reader == LogReader.Staff ? texts["case.comma"].Plain + e.Opinion : ""),
            OpinionDefaulted => texts["happened.absent.detail"].Plain,
            InspectionArranged e => texts[
                "happened.inspection.detail",
                ("moment", texts.Moment(e.On).Plain),
                ("place", e.Place)
            ].Plain,
            InspectionRecorded e => texts["happened.recorded.detail", ("count", e.Photos.Count)].Plain,
            MeetingRecorded e => texts[
                "happened.meeting.detail",
                ("for", e.Votes.Count(vote => vote.Vote == Vote.For)),
                ("against", e.Votes.Count(vote => vote.Vote == Vote.Against))
            ].Plain,
            RectificationRequired e => string.Join(texts["case.semicolon"].Plain, e.Demands),
            CaseRevoked e => string.Join(texts["case.semicolon"].Plain, e.Reasons),
            PaperSigned => texts["happened.paper-signed.detail"].Plain,
            LicenceSigned e => texts["happened.licence-signed." + e.Field].Plain,
            LicenceIssued e => e.Terms.Number,
            CaseClosed e => texts["result." + e.Result].Plain,
            CaseRated e => texts["happened.rated.detail", ("stars", e.Stars)].Plain,
            _ => ReroutingWords.Of(texts, happened, reader),
        };

    private static IHtmlContent Proof(ITexts texts, JournalProof proof)
    {
        var hash = Convert.ToHexStringLower(proof.Leaf);
        return new HtmlContentBuilder()
            .AppendHtml((IHtmlContent)texts["case.proof", ("position", proof.Position)])
            .AppendHtml("　<code title=\"")
            .Append(hash)
            .AppendHtml("\">")
            .Append($"{hash[..4]}…{hash[^4..]}")
            .AppendHtml("</code>　<a href=\"/log/check/")
            .Append(proof.Position.ToString(CultureInfo.InvariantCulture))
            .AppendHtml("\">")
            .AppendHtml((IHtmlContent)texts["log.check"])
            .AppendHtml("</a>");
    }
}
