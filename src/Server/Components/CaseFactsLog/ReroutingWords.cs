using Approvals.Cases;
using Approvals.Cases.Events;
using Approvals.Server.Texts;

namespace Approvals.Server.Components.CaseFactsLog;

/// <summary>The words of the log for extensions, changes of type, returns, undertakings, licences and urgings; null for other happenings.</summary>
internal static class ReroutingWords
{
    public static string? Of(ITexts texts, CaseEvent happened, LogReader reader) =>
        happened switch
        {
            ExtensionRequested e when reader == LogReader.Staff => texts[
                "happened.extension.detail",
                ("days", e.Days)
            ].Plain
                + texts["case.semicolon"].Plain
                + e.Reason,
            ExtensionGranted e => texts["happened.extended.detail", ("days", e.Days), ("by", e.ApprovedBy)].Plain
                + texts["case.semicolon"].Plain
                + e.Reason,
            ExtensionDeclined e when reader == LogReader.Staff => e.Reason,
            CaseTypeChanged e => texts[
                "happened.type.detail",
                ("from", texts["case-type." + e.From].Plain),
                ("to", texts["case-type." + e.To].Plain)
            ].Plain
                + texts["case.semicolon"].Plain
                + e.Reason,
            CaseReturned e => texts["ground." + e.Ground].Plain
                + texts["case.semicolon"].Plain
                + e.Reason
                + texts["case.semicolon"].Plain
                + e.WhereToGo,
            PapersHandedBack e => texts["happened.handed-back.detail", ("receiver", e.Receiver)].Plain,
            PapersPromised e => string.Join(
                texts["case.semicolon"].Plain,
                e.Papers.Select(paper =>
                    texts[
                        "happened.promised.detail",
                        ("material", paper.Material),
                        ("day", texts.Day(paper.DueOn).Plain)
                    ].Plain
                )
            ),
            PapersSupplied e => string.Join(
                texts["case.list-separator"].Plain,
                e.Documents.Select(document => document.Material)
            ),
            PapersAwaited e => texts["happened.awaited.detail", ("day", texts.Day(e.DueOn).Plain)].Plain,
            LicenceWithdrawn e => texts["ending." + e.Ending].Plain
                + texts["case.semicolon"].Plain
                + string.Join(texts["case.semicolon"].Plain, e.Reasons),
            LicenceReplaced e => e.Successor,
            UrgeAnswered e => e.Text,
            UndertakingBroken e => string.Join(texts["case.list-separator"].Plain, e.Materials),
            _ => null,
        };
}
