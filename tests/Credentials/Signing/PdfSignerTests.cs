using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Approvals.Credentials.Licences;
using Approvals.Credentials.Pdf.Drawing;
using Approvals.Credentials.Pdf.Reading;
using Approvals.Credentials.Pdf.Syntax;
using Approvals.Credentials.Pdf.Writing;
using Approvals.Credentials.Signing;
using Approvals.Credentials.Tests.Licences;
using Approvals.Credentials.Verification;

namespace Approvals.Credentials.Tests.Signing;

public sealed class PdfSignerTests(TestAuthority authority) : IClassFixture<TestAuthority>, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_sealed_licence_is_trusted_by_pdfsig_and_wholly_covered()
    {
        var report = PdfSig(Sealed(SampleLicence.Render()));

        report.ShouldContain("Signature Validation: Signature is Valid.");
        report.ShouldContain("Certificate Validation: Certificate is Trusted.");
        report.ShouldContain("Total document signed");
        report.ShouldContain("Signature Type: ETSI.CAdES.detached");
        report.ShouldContain("Signer Certificate Common Name: 清源市卫生健康委员会电子印章");
    }

    [Fact]
    public void Openssl_verifies_the_detached_cms_over_the_bytes_of_the_range()
    {
        var signed = Sealed(SampleLicence.Render());
        var (covered, cms) = Split(signed);

        var output = ExternalTool.Succeed(
            "openssl",
            [
                "cms",
                "-verify",
                "-cades",
                "-binary",
                "-inform",
                "DER",
                "-purpose",
                "any",
                "-out",
                folder["out"],
                .. Files(),
            ]
        );

        output.ShouldContain("CAdES Verification successful");
        File.ReadAllBytes(folder["out"]).ShouldBe(covered);

        string[] Files() =>
            [
                "-in",
                folder.Write("cms.der", cms),
                "-content",
                folder.Write("content", covered),
                "-CAfile",
                authority.RootFile,
            ];
    }

    [Fact]
    public void The_cms_has_one_signer_and_no_signing_time()
    {
        var (_, cms) = Split(Sealed(SampleLicence.Render()));
        var printed = ExternalTool.Succeed(
            "openssl",
            "cms",
            "-cmsout",
            "-print",
            "-inform",
            "DER",
            "-in",
            folder.Write("cms.der", cms)
        );

        printed.Count("d.issuerAndSerialNumber").ShouldBe(1);
        printed.Count("d.certificate:").ShouldBe(3);
        printed.ShouldContain("id-smime-aa-signingCertificateV2");
        printed.ShouldNotContain("signingTime");
    }

    [Theory]
    [InlineData("--object-streams=disable")]
    [InlineData("--object-streams=generate")]
    public void Files_other_programs_wrote_are_signed_whatever_their_cross_references(string objectStreams)
    {
        var source = folder.Write("source.pdf", SampleLicence.Render());
        ExternalTool.Succeed("qpdf", objectStreams, source, folder["other.pdf"]);
        var other = File.ReadAllBytes(folder["other.pdf"]);

        var signed = Sealed(other);

        PdfFile.Open(other).Sections[0].IsStream.ShouldBe(objectStreams == "--object-streams=generate");
        PdfFile.Open(signed).Sections[0].IsStream.ShouldBe(PdfFile.Open(other).Sections[0].IsStream);
        PdfSig(signed).ShouldContain("Total document signed");
        ExternalTool.Succeed("qpdf", "--check", folder.Write("signed.pdf", signed));
        Verify(signed).IsValid.ShouldBeTrue();
    }

    [Fact]
    public void A_second_and_a_third_signature_keep_the_first_valid()
    {
        var clerk = PdfSigner.Sign(SampleLicence.Render(), NewField("window", 60), authority.Clerk);
        var approver = PdfSigner.Sign(clerk, NewField("approver", null), authority.Approver);
        var all = Sealed(approver);

        all.AsSpan(0, clerk.Length).SequenceEqual(clerk).ShouldBeTrue();
        all.AsSpan(0, approver.Length).SequenceEqual(approver).ShouldBeTrue();
        var report = PdfSig(all);
        report.Count("Signature Validation: Signature is Valid.").ShouldBe(3);
        report.Count("Certificate Validation: Certificate is Trusted.").ShouldBe(3);
        report.Count("Total document signed").ShouldBe(1);
        ExternalTool.Succeed("qpdf", "--check", folder.Write("signed.pdf", all));
        var ours = Verify(all);
        ours.AllFaults.ShouldBeEmpty();
        ours.Signatures.Select(signature => (signature.Field, signature.CoversWholeDocument))
            .ShouldBe([("window", false), ("approver", false), ("seal", true)]);
    }

    [Fact]
    public void Fields_made_with_the_licence_are_filled_in_place()
    {
        var licence = SampleLicence.Document with
        {
            Signers =
            [
                new("窗口", "林晓芸", "10-14 10:02", "window"),
                new("审批人", "江若兰", "10-14 14:47", "approver"),
            ],
        };
        var window = Request("window");
        var approver = Request("approver");

        var signed = PdfSigner.Sign(LicencePdf.Render(licence, TestFonts.Set), window, authority.Clerk);
        signed = PdfSigner.Sign(signed, approver, authority.Approver);
        signed = Sealed(signed);

        PdfSig(signed).Count("Signature Validation: Signature is Valid.").ShouldBe(3);
        Verify(signed).AllFaults.ShouldBeEmpty();
    }

    [Fact]
    public void A_flipped_byte_is_refused_by_pdfsig_and_by_us()
    {
        var signed = Sealed(SampleLicence.Render());
        signed[20_000] ^= 1;

        PdfSig(signed).ShouldNotContain("Signature is Valid");
        Verify(signed).IsValid.ShouldBeFalse();
    }

    [Fact]
    public void A_key_elsewhere_signs_the_prepared_attributes()
    {
        var pdf = SampleLicence.Render();
        var prepared = PdfSigner.Prepare(
            pdf,
            SampleLicence.SealRequest,
            authority.Seal.Certificate,
            authority.Seal.Chain
        );
        var again = PdfSigner.Prepare(pdf, SampleLicence.SealRequest, authority.Seal.Certificate, authority.Seal.Chain);

        again.SignedAttributes.Span.SequenceEqual(prepared.SignedAttributes.Span).ShouldBeTrue();
        prepared.Document.Span.StartsWith(pdf).ShouldBeTrue();
        var signed = prepared.Complete(authority.Seal.Sign(prepared.SignedAttributes.Span));
        Verify(signed).AllFaults.ShouldBeEmpty();
        var foreign = authority.Clerk.Sign(prepared.SignedAttributes.Span);
        prepared.Accepts(foreign).ShouldBeFalse();
        prepared.Accepts([1, 2, 3]).ShouldBeFalse();
        Should.Throw<CryptographicException>(() => prepared.Complete(foreign));
    }

    [Fact]
    public void A_signed_field_is_not_signed_again()
    {
        var signed = Sealed(SampleLicence.Render());

        Should.Throw<InvalidOperationException>(() => Sealed(signed));
    }

    [Fact]
    public void A_signature_larger_than_its_room_is_refused_before_anything_is_written()
    {
        var tight = SampleLicence.SealRequest with { ReservedBytes = 100 };

        Should.Throw<InvalidOperationException>(() => PdfSigner.Sign(SampleLicence.Render(), tight, authority.Seal));
    }

    [Fact]
    public void Encrypted_files_are_refused()
    {
        var source = folder.Write("source.pdf", SampleLicence.Render());
        ExternalTool.Succeed("qpdf", "--encrypt", "a", "b", "256", "--", source, folder["encrypted.pdf"]);

        Should.Throw<PdfFormatException>(() => Sealed(File.ReadAllBytes(folder["encrypted.pdf"])));
    }

    private static SignatureRequest Request(string field) => new(field, SampleLicence.SignedAt);

    private static SignatureRequest NewField(string name, double? x) =>
        Request(name) with
        {
            Area = x is { } left ? new PageArea(0, left, 700, 80, 20) : null,
            Appearance = x is null ? null : new NameAppearance(),
            SignerName = "林晓芸",
        };

    private byte[] Sealed(byte[] pdf) => PdfSigner.Sign(pdf, SampleLicence.SealRequest, authority.Seal);

    private VerificationReport Verify(byte[] pdf) =>
        DocumentVerifier.Verify(pdf, new([authority.Authority.Root]), SampleLicence.SignedAt);

    private string PdfSig(byte[] signed) => PdfSigCheck.Report(folder, authority.RootFile, signed);

    private static (byte[] Covered, byte[] Cms) Split(byte[] signed)
    {
        var text = System.Text.Encoding.Latin1.GetString(signed);
        var numbers = Regex.Match(text, @"/ByteRange \[0 (\d+) (\d+) (\d+)\]").Groups;
        var (start, end, rest) = (Number(1), Number(2), Number(3));
        (end + rest).ShouldBe(signed.Length);
        byte[] cms = Convert.FromHexString(text[(start + 1)..(end - 1)]);
        return ([.. signed.AsSpan(0, start), .. signed.AsSpan(end, rest)], cms);

        int Number(int group) => int.Parse(numbers[group].ValueSpan, CultureInfo.InvariantCulture);
    }

    /// <summary>An appearance with text, so that an update carries a font of its own.</summary>
    private sealed class NameAppearance : ISignatureAppearance
    {
        public void Draw(PdfCanvas canvas) =>
            canvas.Text(2, 14, "林晓芸", new TextStyle(TestFonts.Set.Song, 12, Colour.Ink));
    }
}
