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
        var notices = events.OfType<NoticeIssued>().ToDictionary(notice => notice.Number, notice => notice.Document.Id);
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
            CommitmentConfirmed e => e.By,
            SpecialProcedureBegun e => e.By,
            SpecialProcedureEnded e => e.By,
            OpinionGiven e => e.By,
            InspectionArranged e => e.By,
            InspectionRecorded e => e.By,
            MeetingRecorded e => e.By,
            RectificationRequired e => e.By,
            CaseRevoked e => e.By,
            ExtensionRequested e => e.By,
            ExtensionGranted e => e.By,
            ExtensionDeclined e => e.By,
            CaseReturned e => e.By,
            PapersHandedBack e => e.By,
            LicenceSigned e => e.By,
            PaperSigned e => e.By,
            _ => null,
        };

    private static IEnumerable<long> DocumentsOf(CaseEvent happened, Dictionary<string, long> notices)
    {
        return happened switch
        {
            CaseSubmitted e => Files(e.Form, e.Documents, null),
            PaperSigned e => Files(e.Document, [], null),
            CorrectionSubmitted e => Files(e.Form, e.Documents, e.Explanation),
            CaseAccepted e => Notice(e.NoticeNumber),
            CaseDeemedAccepted e => Notice(e.NoticeNumber),
            SpecialProcedureBegun e => Notice(e.NoticeNumber),
            CaseReferred e => Notice(e.NoticeNumber),
            InspectionArranged e => Notice(e.NoticeNumber),
            InspectionRecorded e => Notice(e.NoticeNumber).Concat(Files(null, e.Photos, null)),
            MeetingRecorded e => Notice(e.NoticeNumber),
            CorrectionRequested e => Notice(e.NoticeNumber),
            CaseNotAccepted e => Notice(e.NoticeNumber),
            CaseApproved e => Notice(e.NoticeNumber).Concat(Notice(e.CommitmentNumber)),
            CommitmentConfirmed e => Notice(e.NoticeNumber),
            RectificationRequired e => Notice(e.NoticeNumber),
            RectificationSubmitted e => [e.Explanation.Id],
            CaseRevoked e => Notice(e.NoticeNumber),
            CaseRefused e => Notice(e.NoticeNumber),
            ExtensionGranted e => Notice(e.NoticeNumber),
            CaseTypeChanged e => Notice(e.NoticeNumber),
            CaseReturned e => Notice(e.NoticeNumber),
            PapersHandedBack e => Notice(e.NoticeNumber),
            LicenceWithdrawn e => Notice(e.NoticeNumber),
            PapersPromised e => Notice(e.NoticeNumber),
            PapersSupplied e => Files(null, e.Documents, null),
            NoticeIssued e => [e.Document.Id],
            LicenceIssued e => [e.Document.Id],
            _ => [],
        };

        IEnumerable<long> Notice(string? number) =>
            number is not null && notices.TryGetValue(number, out var id) ? [id] : [];
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
