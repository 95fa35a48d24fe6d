using Approvals.Credentials.Licences;
using Approvals.Credentials.Signing;

namespace Approvals.Credentials.Tests.Licences;

/// <summary>The sample licence signed by window, reviewer and approver, sealed and archived: four roles, B-LTA.</summary>
public static class SignedLicence
{
    public static LicenceDocument Document { get; } =
        SampleLicence.Document with
        {
            Signers =
            [
                new("窗口", "林晓芸", "10-14 10:02", "window"),
                new("审查", "周明远", "10-14 11:20", "reviewer"),
                new("审批人", "江若兰", "10-14 14:47", "approver"),
            ],
        };

    public static DateTimeOffset At => SampleLicence.SignedAt;

    public static byte[] Render() => LicencePdf.Render(Document, TestFonts.Set);

    /// <summary>Signed by the people only, in the order of the licence, the first <paramref name="count"/> of them.</summary>
    public static byte[] ByPeople(TestAuthority authority, int count = 3)
    {
        var pdf = Render();
        (string Field, IDocumentSigner Signer)[] people =
        [
            ("window", authority.Clerk),
            ("reviewer", authority.Reviewer),
            ("approver", authority.Approver),
        ];
        foreach (var (field, signer) in people.Take(count))
        {
            pdf = Sign(pdf, field, signer, authority);
        }

        return pdf;
    }

    public static byte[] Sign(byte[] pdf, string field, IDocumentSigner signer, TestAuthority authority) =>
        PdfSigner.Sign(pdf, LicenceSigning.RequestOf(Document, field, At), signer, authority.Services.Timestamps(At));

    public static byte[] Sealed(TestAuthority authority) =>
        PdfSigner.Sign(
            ByPeople(authority),
            SampleLicence.SealRequest,
            authority.Seal,
            authority.Services.Timestamps(At)
        );

    public static byte[] Archived(TestAuthority authority) => Finish(ByPeople(authority), authority);

    public static byte[] Finish(byte[] pdf, TestAuthority authority) =>
        LicenceSigning.Finish(
            pdf,
            SampleLicence.SealRequest,
            authority.Seal,
            authority.Services.Timestamps(At),
            authority.Services
        );
}
