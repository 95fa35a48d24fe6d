using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Approvals.Credentials.Authority;
using Approvals.Credentials.Keys;

namespace Approvals.Credentials.Tests.Authority;

public sealed class CertificateAuthorityTests : IDisposable
{
    private static readonly DateTimeOffset Founded = TestAuthority.Founded;
    private readonly TestAuthority authority = new();

    private TemporaryFolder Folder => authority.Folder;

    public void Dispose() => authority.Dispose();

    [Fact]
    public void Openssl_verifies_the_chain_strictly()
    {
        var (issuer, leaf) = (
            Pem("seals", authority.Authority.Seals.Certificate),
            Pem("leaf", authority.Seal.Certificate)
        );

        ExternalTool
            .Succeed("openssl", "verify", "-x509_strict", "-CAfile", authority.RootFile, "-untrusted", issuer, leaf)
            .ShouldContain("leaf: OK");
        ExternalTool
            .Run(
                "openssl",
                "verify",
                "-CAfile",
                authority.RootFile,
                "-purpose",
                "sslserver",
                "-untrusted",
                issuer,
                leaf
            )
            .ExitCode.ShouldNotBe(0);
    }

    [Fact]
    public void Certificates_say_what_their_profile_says()
    {
        var text = ExternalTool.Succeed(
            "openssl",
            "x509",
            "-noout",
            "-text",
            "-in",
            Pem("leaf", authority.Seal.Certificate)
        );

        text.ShouldContain("CA:FALSE");
        text.ShouldContain("Digital Signature, Non Repudiation");
        text.ShouldContain("1.3.6.1.5.5.7.3.36, E-mail Protection");
        text.ShouldContain("URI:http://qingyuan.example/crl/seals.crl");
        text.ShouldContain("ecdsa-with-SHA256");
        authority.Seal.Certificate.SerialNumberBytes.Length.ShouldBe(16);
        authority.Seal.Certificate.SubjectName.Name.ShouldEndWith("C=CN");
    }

    [Fact]
    public void Openssl_reads_the_revocation_list_and_obeys_it()
    {
        var seals = authority.Authority.Seals;
        seals.Revoke(authority.Seal.Certificate, X509RevocationReason.KeyCompromise, Founded.AddDays(30));
        var list = Folder.Write(
            "seals.crl",
            seals.PublishRevocationList(Founded.AddDays(31), TimeSpan.FromDays(365 * 5))
        );
        var second = Folder.Write(
            "second.crl",
            seals.PublishRevocationList(Founded.AddDays(32), TimeSpan.FromDays(365 * 5))
        );
        using var root = authority.Authority.OpenRoot(authority.Keys);
        var above = Folder.Write(
            "root.crl",
            root.PublishRevocationList(Founded.AddDays(31), TimeSpan.FromDays(365 * 5))
        );

        var text = ExternalTool.Succeed(
            "openssl",
            "crl",
            "-inform",
            "DER",
            "-in",
            list,
            "-noout",
            "-text",
            "-CAfile",
            SealsFile()
        );
        text.ShouldContain("verify OK");
        text.ShouldContain($"Serial Number: {authority.Seal.Certificate.SerialNumber}");
        text.ShouldContain("Key Compromise");
        ExternalTool
            .Succeed("openssl", "crl", "-inform", "DER", "-in", second, "-noout", "-crlnumber")
            .ShouldContain("0x02");
        var (exitCode, output) = ExternalTool.Run(
            "openssl",
            ["verify", "-crl_check_all", "-CAfile", authority.RootFile, "-untrusted", SealsFile(), .. Lists(), Leaf()]
        );
        exitCode.ShouldNotBe(0);
        output.ShouldContain("certificate revoked");

        string[] Lists() => ["-CRLfile", ToPem(list), "-CRLfile", ToPem(above)];
        string Leaf() => Pem("leaf", authority.Seal.Certificate);
        string ToPem(string file)
        {
            ExternalTool.Succeed("openssl", "crl", "-inform", "DER", "-in", file, "-out", file + ".pem");
            return file + ".pem";
        }
    }

    [Fact]
    public void It_opens_again_and_finds_its_signers()
    {
        using var again = CertificateAuthority.Open(Folder["ca"], authority.Keys);
        using var seal = again.FindSigner("seal-wjw").ShouldNotBeNull();

        again.Root.RawData.ShouldBe(authority.Authority.Root.RawData);
        seal.Certificate.RawData.ShouldBe(authority.Seal.Certificate.RawData);
        seal.Chain.Select(certificate => certificate.Subject)
            .ShouldBe(authority.Seal.Chain.Select(each => each.Subject));
        again.FindSigner("nobody").ShouldBeNull();
        CertificateAuthority.Exists(Folder["ca"]).ShouldBeTrue();
        CertificateAuthority.Exists(Folder["elsewhere"]).ShouldBeFalse();
    }

    [Fact]
    public void What_a_crash_left_half_made_is_finished()
    {
        File.Delete(Folder["ca/seals.pem"]);
        File.Delete(Folder["ca/signers/seal-wjw.pem"]);
        CertificateAuthority.Exists(Folder["ca"]).ShouldBeFalse();

        using var finished = CertificateAuthority.Create(Folder["ca"], TestAuthority.Names, authority.Keys, Founded);
        finished.FindSigner("seal-wjw").ShouldBeNull();
        using var seal = finished.Enrol("seal-wjw", new("印章", "清源市"), finished.Seals, 30, Founded);

        finished.Root.RawData.ShouldBe(authority.Authority.Root.RawData);
        seal.Certificate.PublicKey.ExportSubjectPublicKeyInfo()
            .ShouldBe(authority.Seal.Certificate.PublicKey.ExportSubjectPublicKeyInfo());
        Should.Throw<InvalidOperationException>(() =>
            finished.Enrol("seal-wjw", new("印章", "清源市"), finished.Seals, 30, Founded)
        );
    }

    [Fact]
    public void A_second_authority_in_the_same_folder_is_refused() =>
        Should.Throw<InvalidOperationException>(() =>
            CertificateAuthority.Create(Folder["ca"], TestAuthority.Names, authority.Keys, Founded)
        );

    [Fact]
    public void The_root_key_may_be_made_elsewhere()
    {
        using var folder = new TemporaryFolder();
        var safe = new FileKeyStore(folder["safe"], "保险柜", TestAuthority.Iterations);
        var keys = new FileKeyStore(folder["keys"], "口令", TestAuthority.Iterations);

        using var made = CertificateAuthority.Create(folder["ca"], TestAuthority.Names, keys, Founded, safe);

        keys.Contains("ca-root").ShouldBeFalse();
        using var opened = CertificateAuthority.Open(folder["ca"], keys);
        opened.Root.Subject.ShouldBe(made.Root.Subject);
    }

    [Fact]
    public void The_register_shows_the_intent_before_every_signature()
    {
        var register = new FileIssuanceRecord(Folder["ca/register.jsonl"]).Read();

        register.Count.ShouldBe(18);
        foreach (var pair in register.Chunk(2))
        {
            pair[0].Event.ShouldBe(IssuanceEvent.Intended);
            pair[1].Event.ShouldBe(IssuanceEvent.Issued);
            pair[1].Serial.ShouldBe(pair[0].Serial);
        }

        register[^1].Digest.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(authority.Approver.Certificate.RawData)));
    }

    [Fact]
    public void A_line_cut_by_a_crash_is_dropped_and_the_register_goes_on()
    {
        var path = Folder["ca/register.jsonl"];
        var whole = File.ReadAllBytes(path);
        File.AppendAllText(path, "{\"at\":\"2026-01-0");

        var register = new FileIssuanceRecord(path);

        File.ReadAllBytes(path).ShouldBe(whole);
        register.Append(new(Founded, IssuanceEvent.Revoked, "seals", "01", "KeyCompromise"));
        new FileIssuanceRecord(path).Read().Count.ShouldBe(19);
    }

    [Fact]
    public void Requests_outside_the_profile_are_rejected_and_leave_no_trace()
    {
        using var key = EcdsaKey.Generate();
        using var rsa = RSA.Create(2048);
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var subject = new SubjectName("陈丽娟", "清源市澄泉浴场有限公司");
        var before = File.ReadAllText(Folder["ca/register.jsonl"]);

        CodeOf(subject, new PublicKey(rsa), 30).ShouldBe("certificate.key-algorithm");
        CodeOf(subject, new PublicKey(curve), 30).ShouldBe("certificate.key-algorithm");
        CodeOf(subject, key.PublicKey, 0).ShouldBe("certificate.validity");
        CodeOf(subject, key.PublicKey, 5000).ShouldBe("certificate.validity");
        CodeOf(subject with { CommonName = " " }, key.PublicKey, 30).ShouldBe("certificate.subject");
        CodeOf(subject with { CommonName = "陈\n丽娟" }, key.PublicKey, 30).ShouldBe("certificate.subject");
        CodeOf(subject with { SerialNumber = "编号" }, key.PublicKey, 30).ShouldBe("certificate.subject");
        File.ReadAllText(Folder["ca/register.jsonl"]).ShouldBe(before);

        string? CodeOf(SubjectName name, PublicKey publicKey, int days) =>
            authority
                .Authority.Persons.Issue(new(CertificateProfile.DocumentSigning, name, publicKey, days), Founded)
                .Rejection?.Code;
    }

    [Fact]
    public void Nothing_outlives_its_issuer()
    {
        using var key = EcdsaKey.Generate();
        var late = Founded.AddDays(3600);

        var issuance = authority.Authority.Persons.Issue(
            new(CertificateProfile.DocumentSigning, new("江若兰", "清源市"), key.PublicKey, 100),
            late
        );

        issuance.Rejection!.Code.ShouldBe("certificate.validity");
        Should.Throw<InvalidOperationException>(() => issuance.Certificate);
    }

    [Fact]
    public void The_lint_finds_a_certificate_of_another_profile()
    {
        var leaf = authority.Seal.Certificate;
        var issuer = authority.Authority.Seals.Certificate;

        CertificateLint.Check(leaf, CertificateProfile.DocumentSigning, issuer).ShouldBeEmpty();
        CertificateLint.Check(leaf, CertificateProfile.Issuing, issuer).ShouldNotBeEmpty();
        CertificateLint
            .Check(leaf, CertificateProfile.DocumentSigning, authority.Authority.Persons.Certificate)
            .ShouldNotBeEmpty();
    }

    [Fact]
    public void Profiles_that_contradict_themselves_cannot_be_made()
    {
        const X509KeyUsageFlags Signing = X509KeyUsageFlags.DigitalSignature;
        string[] purpose = [CertificateProfile.DocumentSigningUsage];

        Should.Throw<ArgumentException>(() => new CertificateProfile("x", 0, Signing, [], 10));
        Should.Throw<ArgumentException>(() =>
            new CertificateProfile("x", null, X509KeyUsageFlags.KeyCertSign, purpose, 10)
        );
        Should.Throw<ArgumentException>(() => new CertificateProfile("x", null, Signing, [], 10));
        Should.Throw<ArgumentException>(() => new CertificateProfile("x", null, X509KeyUsageFlags.None, purpose, 10));
        Should.Throw<ArgumentException>(() => new CertificateProfile("x", null, Signing, purpose, 0));
        Should.Throw<ArgumentException>(() => new CertificateProfile(" ", null, Signing, purpose, 10));
    }

    [Fact]
    public void A_foreign_certificate_is_not_revoked_here() =>
        Should.Throw<ArgumentException>(() =>
            authority.Authority.Persons.Revoke(authority.Seal.Certificate, X509RevocationReason.KeyCompromise, Founded)
        );

    private string SealsFile() => Folder["ca/seals.pem"];

    private string Pem(string name, X509Certificate2 certificate)
    {
        File.WriteAllText(Folder[name], certificate.ExportCertificatePem());
        return Folder[name];
    }
}
