using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Approvals.Credentials.Authority;

namespace Approvals.Credentials.Tests.Authority;

public sealed class CertificateEnrolmentTests : IDisposable
{
    private const string Nonce = "0f6b1c9e2d7a4b58";
    private static readonly DateTimeOffset Founded = TestAuthority.Founded;
    private static readonly SubjectName Applicant = new("陈丽娟", "清源市澄泉浴场有限公司", SerialNumber: "A2026071");
    private readonly TestAuthority authority = new();
    private readonly CertificateEnrolment enrolment;

    public CertificateEnrolmentTests() => enrolment = new(authority.Authority);

    private TemporaryFolder Folder => authority.Folder;

    public void Dispose() => authority.Dispose();

    [Fact]
    public void A_request_made_by_openssl_gets_a_certificate_for_the_subject_the_authority_knows()
    {
        var issued = enrolment.Issue(Request(Nonce), Nonce, CredentialKind.Person, Applicant, 365, Founded).Certificate;

        SubjectName.Of(issued).ShouldBe(Applicant);
        ExternalTool
            .Succeed(
                "openssl",
                "verify",
                "-x509_strict",
                "-CAfile",
                authority.RootFile,
                "-untrusted",
                Folder["ca/persons.pem"],
                Pem(issued)
            )
            .ShouldContain(": OK");
        var text = ExternalTool.Succeed("openssl", "x509", "-noout", "-text", "-in", Pem(issued));
        text.ShouldContain("OCSP - URI:http://qingyuan.example/ocsp/persons");
        text.ShouldNotContain("evil");
        ExternalTool
            .Succeed("openssl", "x509", "-noout", "-pubkey", "-in", Pem(issued))
            .ShouldBe(
                ExternalTool.Succeed(
                    "openssl",
                    "req",
                    "-noout",
                    "-pubkey",
                    "-inform",
                    "DER",
                    "-in",
                    Folder["request.der"]
                )
            );
        enrolment.StatusOf(issued).ShouldBe(CertificateStatus.Good);
        enrolment.ChainOf(issued).Count.ShouldBe(2);
    }

    [Fact]
    public void A_request_for_another_enrolment_or_with_a_broken_proof_is_rejected()
    {
        var request = Request("another-enrolment");
        CodeOf(request).ShouldBe("certificate.request-proof");
        var broken = Request(Nonce);
        broken[^5] ^= 1;
        CodeOf(broken).ShouldBe("certificate.request-proof");
        CodeOf([1, 2, 3]).ShouldBe("certificate.request-malformed");
        CodeOf(new byte[9000]).ShouldBe("certificate.request-malformed");
        CodeOf([.. Request(Nonce), 0]).ShouldBe("certificate.request-malformed");
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        CodeOf(Own(curve)).ShouldBe("certificate.key-algorithm");

        string? CodeOf(byte[] der) =>
            enrolment.Issue(der, Nonce, CredentialKind.Person, Applicant, 365, Founded).Rejection?.Code;
    }

    [Fact]
    public void A_certificate_is_renewed_for_a_fresh_key_until_it_is_revoked()
    {
        var first = enrolment.Issue(Request(Nonce), Nonce, CredentialKind.Person, Applicant, 365, Founded).Certificate;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        var second = Renew(Founded.AddDays(300)).Certificate;

        SubjectName.Of(second).ShouldBe(Applicant);
        second.SerialNumber.ShouldNotBe(first.SerialNumber);
        Renew(Founded.AddDays(400)).Rejection!.Code.ShouldBe("certificate.not-renewable");
        enrolment.Revoke(first, X509RevocationReason.Superseded, Founded.AddDays(301)).ShouldBeNull();
        Renew(Founded.AddDays(302)).Rejection!.Code.ShouldBe("certificate.not-renewable");
        enrolment
            .StatusOf(first)
            .ShouldBe(new(CertificateStanding.Revoked, Founded.AddDays(301), X509RevocationReason.Superseded));
        enrolment.StatusOf(second).Standing.ShouldBe(CertificateStanding.Good);

        Issuance Renew(DateTimeOffset now) => enrolment.Renew(first, Own(key), Nonce, CredentialKind.Person, 365, now);
    }

    [Fact]
    public void What_another_process_revoked_is_known_at_once()
    {
        using var beside = CertificateAuthority.Open(Folder["ca"], authority.Keys);

        beside.Persons.Revoke(authority.Clerk.Certificate, X509RevocationReason.KeyCompromise, Founded.AddDays(3));

        enrolment.StatusOf(authority.Clerk.Certificate).Standing.ShouldBe(CertificateStanding.Revoked);
    }

    [Fact]
    public void Foreign_certificates_and_reasons_are_rejected()
    {
        using var other = new TestAuthority();

        enrolment.StatusOf(other.Clerk.Certificate).ShouldBe(CertificateStatus.Unknown);
        enrolment.ChainOf(other.Clerk.Certificate).ShouldBeEmpty();
        enrolment
            .Revoke(other.Clerk.Certificate, X509RevocationReason.KeyCompromise, Founded)!
            .Code.ShouldBe("certificate.unknown");
        enrolment
            .Revoke(authority.Clerk.Certificate, X509RevocationReason.CertificateHold, Founded)!
            .Code.ShouldBe("certificate.reason");
    }

    [Fact]
    public void A_server_certificate_names_its_domains()
    {
        using var key = Approvals.Credentials.Keys.EcdsaKey.Generate();
        var wanted = new IssuanceRequest(
            CertificateProfile.TlsServer,
            new("qingyuan.example", "清源市"),
            key.PublicKey,
            90
        );

        var issued = authority
            .Authority.Tls.Issue(wanted with { ServerNames = ["qingyuan.example"] }, Founded)
            .Certificate;

        ExternalTool
            .Succeed(
                "openssl",
                "verify",
                "-x509_strict",
                "-attime",
                Founded.AddDays(1).ToUnixTimeSeconds().ToString(),
                "-purpose",
                "sslserver",
                "-verify_hostname",
                "qingyuan.example",
                "-CAfile",
                authority.RootFile,
                "-untrusted",
                Folder["ca/tls.pem"],
                Pem(issued)
            )
            .ShouldContain(": OK");
        authority.Authority.Tls.Issue(wanted, Founded).Rejection!.Code.ShouldBe("certificate.server-name");
        authority
            .Authority.Tls.Issue(wanted with { ServerNames = ["not a name"] }, Founded)
            .Rejection!.Code.ShouldBe("certificate.server-name");
    }

    private byte[] Request(string nonce)
    {
        File.WriteAllText(
            Folder["request.cnf"],
            $"[req]\nprompt=no\ndistinguished_name=dn\nattributes=at\n[dn]\nCN=evil\n[at]\nchallengePassword={nonce}\n"
        );
        ExternalTool.Succeed(
            "openssl",
            "req",
            "-new",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:P-256",
            "-nodes",
            "-keyout",
            Folder["request.key"],
            "-config",
            Folder["request.cnf"],
            "-outform",
            "DER",
            "-out",
            Folder["request.der"]
        );
        return File.ReadAllBytes(Folder["request.der"]);
    }

    private static byte[] Own(ECDsa key)
    {
        var request = new CertificateRequest("CN=evil", key, HashAlgorithmName.SHA256);
        var writer = new System.Formats.Asn1.AsnWriter(System.Formats.Asn1.AsnEncodingRules.DER);
        writer.WriteCharacterString(System.Formats.Asn1.UniversalTagNumber.UTF8String, Nonce);
        request.OtherRequestAttributes.Add(new AsnEncodedData("1.2.840.113549.1.9.7", writer.Encode()));
        return request.CreateSigningRequest();
    }

    private string Pem(X509Certificate2 certificate)
    {
        File.WriteAllText(Folder["leaf.pem"], certificate.ExportCertificatePem());
        return Folder["leaf.pem"];
    }
}
