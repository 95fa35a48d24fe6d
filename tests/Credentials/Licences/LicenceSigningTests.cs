using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Approvals.Credentials.Keys;
using Approvals.Credentials.Licences;
using Approvals.Credentials.Pdf.Reading;
using Approvals.Credentials.Pdf.Syntax;
using Approvals.Credentials.Signing;
using Approvals.Credentials.Tests.Signing;
using Approvals.Credentials.Verification;

namespace Approvals.Credentials.Tests.Licences;

public sealed class LicenceSigningTests(TestAuthority authority) : IClassFixture<TestAuthority>, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Four_roles_sign_and_every_tool_accepts_the_file()
    {
        var pdf = SignedLicence.Archived(authority);

        var report = PdfSigCheck.Report(folder, authority.RootFile, pdf);
        report.Count("Signature Validation: Signature is Valid.").ShouldBe(4, report);
        report.Count("Certificate Validation: Certificate is Trusted.").ShouldBe(4, report);
        report.Count("Signature Type: ETSI.CAdES.detached").ShouldBe(4);
        // Poppler knows no document timestamps; openssl verifies this one below.
        report.Count("Signature Validation: Signature has not yet been verified.").ShouldBe(1, report);
        report.Count("Total document signed").ShouldBe(1);
        var file = folder.Write("licence.pdf", pdf);
        ExternalTool.Succeed("qpdf", "--check", file);
        ExternalTool.Succeed("mutool", "show", file, "trailer").ShouldContain("/Root");
        ExternalTool.Succeed("mutool", "show", file, "form").ShouldContain("archive");
    }

    [Fact]
    public void The_verifier_explains_every_signature()
    {
        var report = LicenceVerifier.Verify(
            SignedLicence.Archived(authority),
            authority.Trust,
            SignedLicence.At.AddDays(1)
        );

        report.AllFaults.ShouldBeEmpty();
        report
            .Signatures.Select(each => (each.Field, each.Kind, each.Level))
            .ShouldBe([
                ("window", SignatureKind.Certification, SignatureLevel.LongTermArchival),
                ("reviewer", SignatureKind.Approval, SignatureLevel.LongTermArchival),
                ("approver", SignatureKind.Approval, SignatureLevel.LongTermArchival),
                ("seal", SignatureKind.Approval, SignatureLevel.LongTermArchival),
                ("archive", SignatureKind.DocumentTimestamp, SignatureLevel.Basic),
            ]);
        report.Signatures.ShouldAllBe(each => each.ProvedAt >= SignedLicence.At);
        report
            .Signatures[0]
            .Changes.Select(change => (change.Kind, change.Subject))
            .ShouldBe(
                [
                    (LaterChangeKind.FieldSigned, "reviewer"),
                    (LaterChangeKind.FieldSigned, "approver"),
                    (LaterChangeKind.FieldSigned, "seal"),
                    (LaterChangeKind.ValidationDataAdded, "DSS"),
                    (LaterChangeKind.TimestampAdded, "archive"),
                ],
                ignoreOrder: true
            );
    }

    [Fact]
    public void It_still_verifies_years_after_the_certificates_ended_and_after_a_later_revocation()
    {
        using var own = new TestAuthority();
        var pdf = SignedLicence.Archived(own);
        var later = SignedLicence.At.AddYears(4);
        LicenceVerifier.Verify(pdf, own.Trust, later).AllFaults.ShouldBeEmpty();
        var people = own.Authority.Persons;
        people.Revoke(
            own.Approver.Certificate,
            System.Security.Cryptography.X509Certificates.X509RevocationReason.KeyCompromise,
            SignedLicence.At.AddDays(30)
        );
        var list = RevocationList.Read(
            people.PublishRevocationList(SignedLicence.At.AddDays(31), TimeSpan.FromDays(7))
        )!;

        var trust = own.Trust with { RevocationLists = [list] };
        LicenceVerifier.Verify(pdf, trust, SignedLicence.At.AddDays(32)).AllFaults.ShouldBeEmpty();
    }

    [Fact]
    public void Openssl_verifies_the_document_timestamp_and_the_signature_timestamps()
    {
        var pdf = SignedLicence.Archived(authority);
        var text = Encoding.Latin1.GetString(pdf);
        var last = Regex.Matches(text, @"/ByteRange \[0 (\d+) (\d+) (\d+)\]")[^1].Groups;
        var (start, end, rest) = (Number(last[1]), Number(last[2]), Number(last[3]));
        byte[] covered = [.. pdf.AsSpan(0, start), .. pdf.AsSpan(end, rest)];
        var contents = Convert.FromHexString(text[(start + 1)..(end - 1)]);
        var stamp = SignedField(pdf, "archive");
        stamp.NameOf("SubFilter").ShouldBe("ETSI.RFC3161");
        var issuers = folder.Write("issuers.pem", File.ReadAllBytes(authority.Folder["ca/timestamps.pem"]));

        ExternalTool
            .Succeed(
                "openssl",
                "ts",
                "-verify",
                "-token_in",
                "-in",
                folder.Write("token", contents.AsSpan(0, Length(contents))),
                "-data",
                folder.Write("covered", covered),
                "-CAfile",
                authority.RootFile,
                "-untrusted",
                issuers
            )
            .ShouldContain("Verification: OK");

        static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

        static int Length(byte[] der)
        {
            System.Formats.Asn1.AsnDecoder.ReadSequence(
                der,
                System.Formats.Asn1.AsnEncodingRules.BER,
                out _,
                out _,
                out var consumed
            );
            return consumed;
        }
    }

    [Fact]
    public void A_key_in_a_browser_signs_what_was_prepared_and_kept()
    {
        using var key = System.Security.Cryptography.ECDsa.Create(
            System.Security.Cryptography.ECCurve.NamedCurves.nistP256
        );
        var wanted = new Approvals.Credentials.Authority.IssuanceRequest(
            Approvals.Credentials.Authority.CertificateProfile.DocumentSigning,
            new("林晓芸", "清源市行政服务中心"),
            new System.Security.Cryptography.X509Certificates.PublicKey(key),
            365
        );
        var certificate = authority.Authority.Persons.Issue(wanted, TestAuthority.Founded).Certificate;
        var request = LicenceSigning.RequestOf(SignedLicence.Document, "window", SignedLicence.At);
        var prepared = PdfSigner.Prepare(SignedLicence.Render(), request, certificate, authority.Clerk.Chain);

        var kept = prepared.Document.ToArray();
        var p1363 = key.SignData(
            prepared.SignedAttributes.Span,
            System.Security.Cryptography.HashAlgorithmName.SHA256,
            System.Security.Cryptography.DSASignatureFormat.IeeeP1363FixedFieldConcatenation
        );
        var resumed = PreparedSignature.Resume(kept, "window", certificate, authority.Clerk.Chain);
        var signature = SignatureAlgorithm.FromWebCrypto(p1363).ShouldNotBeNull();
        resumed.Accepts(signature).ShouldBeTrue();
        var signed = resumed.Complete(signature, authority.Services.Timestamps(SignedLicence.At), SignedLicence.At);

        var report = DocumentVerifier.Verify(signed, authority.Trust, SignedLicence.At);
        report.AllFaults.ShouldBeEmpty();
        report.Signatures.ShouldHaveSingleItem().Level.ShouldBe(SignatureLevel.Timestamped);
        SignatureAlgorithm.FromWebCrypto([1, 2, 3]).ShouldBeNull();
        Should.Throw<PdfFormatException>(() =>
            PreparedSignature.Resume(signed, "window", certificate, authority.Clerk.Chain)
        );
        Should.Throw<PdfFormatException>(() =>
            PreparedSignature.Resume(kept, "seal", certificate, authority.Clerk.Chain)
        );
    }

    [Fact]
    public void Only_the_first_signature_certifies()
    {
        var once = SignedLicence.ByPeople(authority, 1);

        Should.Throw<InvalidOperationException>(() =>
            PdfSigner.Prepare(
                once,
                LicenceSigning.RequestOf(SignedLicence.Document, "reviewer", SignedLicence.At) with
                {
                    Certifies = true,
                },
                authority.Reviewer.Certificate,
                authority.Reviewer.Chain
            )
        );
        LicenceSigning.NextField(SignedLicence.Document, ["window"]).ShouldBe("reviewer");
        LicenceSigning.NextField(SignedLicence.Document, ["window", "reviewer", "approver"]).ShouldBeNull();
        Should.Throw<ArgumentException>(() =>
            LicenceSigning.RequestOf(SignedLicence.Document, "nobody", SignedLicence.At)
        );
    }

    private static PdfDictionary SignedField(byte[] pdf, string name)
    {
        var file = PdfFile.Open(pdf);
        var fields = (PdfArray)file.Resolve(file.Dictionary(file.Catalog["AcroForm"])["Fields"]);
        var field = fields.Items.Single(item => ((PdfString)file.Dictionary(item)["T"]!).ToText() == name);
        return file.Dictionary(file.Dictionary(field)["V"]);
    }
}
