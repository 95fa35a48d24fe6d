using System.Collections.Immutable;
using System.Security.Cryptography.X509Certificates;
using Approvals.Bidding.Sealing;
using Approvals.Bidding.Sealing.Envelopes;
using Approvals.Bidding.Sealing.Judging;
using Approvals.Bidding.Sealing.Record;
using Approvals.Bidding.Tenders;
using Approvals.Kernel.Blobs;
using Approvals.Kernel.Store;

namespace Approvals.Bidding.Handling;

/// <summary>开标: the verdict of every bid that is no dummy, and what is read out of it. Reads bodies, so it works outside any turn.</summary>
public static class Openings
{
    public static OpenBids Of(
        SqlSession session,
        IBlobStore blobs,
        TenderState tender,
        RecordState record,
        byte[] namesSalt
    )
    {
        var evidence = BidEvidence.Read(session, blobs, tender, record);
        return new OpenBids(
            [
                .. record.Bids.Select(bid =>
                {
                    var verdict = evidence.VerdictOf(bid);
                    var sheet = evidence.Identified.Sheets.GetValueOrDefault(bid.Slot);
                    var lots = verdict.Lots.IsDefault ? [] : verdict.Lots;
                    return new OpenedBid(
                        bid.Slot,
                        verdict.Kind,
                        sheet is null ? "" : string.Join('、', sheet.Members.Select(NameOf)),
                        sheet is null ? [] : [.. sheet.Members.Select(member => member.CreditCode.Value)],
                        lots,
                        [.. lots.Select(lot => StatementOf(evidence, bid.Slot, lot))]
                    );
                }),
            ],
            namesSalt
        );
    }

    private static ReadStatement StatementOf(BidEvidence evidence, string slot, int lot)
    {
        var statement = OpeningStatement.Read(evidence.Open(slot, new SectionId(lot, SectionKind.Open)))!;
        return new ReadStatement(lot, statement.Price, statement.Days, statement.ProjectManager, statement.Deposit);
    }

    private static string NameOf(BidMember member)
    {
        const string organisation = "2.5.4.10";
        using var certificate = X509CertificateLoader.LoadCertificate(member.Certificates[0]);
        return certificate
                .SubjectName.EnumerateRelativeDistinguishedNames()
                .FirstOrDefault(part => part.GetSingleElementType().Value == organisation)
                ?.GetSingleElementValue()
            ?? certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);
    }
}
