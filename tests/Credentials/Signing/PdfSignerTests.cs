using Approvals.Credentials.Pdf.Reading;
using Approvals.Credentials.Pdf.Syntax;
using Approvals.Credentials.Pdf.Writing;
using Approvals.Credentials.Signing;
using Approvals.Credentials.Tests.Licences;

namespace Approvals.Credentials.Tests.Signing;

public sealed class PdfSignerTests(TestAuthority authority) : IClassFixture<TestAuthority>, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_sealed_licence_is_valid_to_pdfsig_with_our_root_trusted()
    {
        var signed = PdfSigner.Sign(SampleLicence.Render(), SampleLicence.SealRequest, authority.Seal);
        if (Environment.GetEnvironmentVariable("KEEP") is { } keep)
        {
            File.WriteAllBytes(keep, signed);
            File.Copy(authority.RootFile, keep + ".pem", true);
        }

        var report = PdfSig(signed);

        report.ShouldContain("Signature Validation: Signature is Valid.");
        report.ShouldContain("Certificate Validation: Certificate is Trusted.");
        report.ShouldContain("Total document signed");
        report.ShouldContain("Signature Type: ETSI.CAdES.detached");
    }

    private string PdfSig(byte[] signed)
    {
        var database = "sql:" + folder.Path;
        ExternalTool.Succeed("certutil", "-N", "-d", database, "--empty-password");
        ExternalTool.Succeed(
            "certutil",
            "-A",
            "-d",
            database,
            "-n",
            "root",
            "-t",
            "CT,C,C",
            "-a",
            "-i",
            authority.RootFile
        );
        return ExternalTool.Run("pdfsig", "-no-ocsp", "-nssdir", database, folder.Write("signed.pdf", signed)).Output;
    }
}
