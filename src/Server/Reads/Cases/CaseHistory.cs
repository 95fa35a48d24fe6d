using Approvals.Cases;
using Approvals.Cases.Events;
using Approvals.Server.Storage.Reads;

namespace Approvals.Server.Reads.Cases;

/// <summary>
/// The journal of a case as happenings. A notice is made by a worker after its step; its paper stands at the step, too, where
/// people look for it.
/// </summary>
internal static class CaseHistory
{
    public static IReadOnlyList<CaseHappening> Of(List<JournalRead> journal, List<CaseDocument> documents, Doers doers)
    {
        var events = journal.ConvertAll(record => CaseEventCodec.Read(record.Type, record.Schema, record.Data));
        var notices = events.OfType<NoticeIssued>().ToDictionary(notice => notice.Kind, notice => notice.Document.Id);
        var byId = documents.ToDictionary(document => document.Id);
        return
        [
            .. journal.Zip(
                events,
                (record, happened) =>
                    new CaseHappening(
                        happened,
                        doers.Find(Author(happened) ?? record.Actor),
                        [
                            .. DocumentsOf(happened, notices)
                                .Select(id => byId.GetValueOrDefault(id))
                                .OfType<CaseDocument>(),
                        ],
                        new JournalProof(record.Position, record.Leaf)
                    )
            ),
        ];
    }

    /// <summary>A step that waited for signers happens when the last has signed; it is still whoever's submitted it.</summary>
    private static string? Author(CaseEvent happened) =>
        happened switch
        {
            CaseAccepted e => e.By,
            CorrectionRequested e => e.By,
            CaseNotAccepted e => e.By,
            CaseReviewed e => e.By,
            CaseApproved e => e.By,
            CaseRefused e => e.By,
            _ => null,
        };

    private static IEnumerable<long> DocumentsOf(CaseEvent happened, Dictionary<NoticeKind, long> notices)
    {
        return happened switch
        {
            CaseSubmitted e => Files(e.Form, e.Documents, null),
            CorrectionSubmitted e => Files(e.Form, e.Documents, e.Explanation),
            CaseAccepted => Notice(NoticeKind.Acceptance),
            CorrectionRequested => Notice(NoticeKind.Correction),
            CaseNotAccepted => Notice(NoticeKind.NonAcceptance),
            CaseApproved => Notice(NoticeKind.Approval),
            CaseRefused => Notice(NoticeKind.Refusal),
            NoticeIssued e => [e.Document.Id],
            LicenceIssued e => [e.Document.Id],
            _ => [],
        };

        IEnumerable<long> Notice(NoticeKind kind) => notices.TryGetValue(kind, out var id) ? [id] : [];
    }

    private static IEnumerable<long> Files(
        DocumentRef? form,
        IReadOnlyList<MaterialDocument> materials,
        DocumentRef? explanation
    )
    {
        DocumentRef?[] all = [form, .. materials.Select(material => material.Document), explanation];
        return all.OfType<DocumentRef>().Select(document => document.Id);
    }
}
