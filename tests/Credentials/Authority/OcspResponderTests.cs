using System.Security.Cryptography.X509Certificates;
using Approvals.Credentials.Authority.Ocsp;

namespace Approvals.Credentials.Tests.Authority;

public sealed class OcspResponderTests : IDisposable
{
    private readonly TestAuthority authority = new();

    private static DateTimeOffset Now => DateTimeOffset.UtcNow;

    private TemporaryFolder Folder => authority.Folder;

    public void Dispose() => authority.Dispose();

    [Theory]
    [InlineData("-sha1")]
    [InlineData("-sha256")]
    public void Openssl_asks_and_believes_the_answer(string digest)
    {
        Ask(digest, authority.Clerk.Certificate).ShouldContain("leaf.pem: good");
        authority.Authority.Persons.Revoke(authority.Clerk.Certificate, X509RevocationReason.KeyCompromise, Now);

        var answer = Ask(digest, authority.Clerk.Certificate);
        answer.ShouldContain("leaf.pem: revoked");
        answer.ShouldContain("Reason: keyCompromise");
        answer.ShouldContain("Response verify OK");
        answer.ShouldNotContain("WARNING: no nonce in response");
    }

    [Fact]
    public void A_serial_number_never_given_is_unknown_and_foreign_issuers_are_refused()
    {
        var query = Query("-serial", "0x1234");
        Verify(query, Responder.Respond(query, Now)).ShouldContain("0x1234: unknown");
        using var other = new TestAuthority();
        Responder.Respond(OfOther(other), Now).ShouldBe([0x30, 0x03, 0x0A, 0x01, 0x06]);
        Responder.Respond(new byte[] { 1, 2 }, Now).ShouldBe([0x30, 0x03, 0x0A, 0x01, 0x01]);
        Responder.Respond(new byte[9000], Now).ShouldBe([0x30, 0x03, 0x0A, 0x01, 0x01]);
        authority.Services.Responder("root", Now).ShouldBeNull();

        byte[] OfOther(TestAuthority foreign)
        {
            File.WriteAllText(Folder["leaf.pem"], foreign.Clerk.Certificate.ExportCertificatePem());
            ExternalTool.Succeed(
                "openssl",
                "ocsp",
                "-issuer",
                foreign.Folder["ca/persons.pem"],
                "-cert",
                Folder["leaf.pem"],
                "-reqout",
                Folder["query"]
            );
            return File.ReadAllBytes(Folder["query"]);
        }
    }

    [Fact]
    public void The_responder_is_certified_anew_before_its_certificate_ends()
    {
        var first = authority.Services.Responder("persons", TestAuthority.Founded)!.Certificate;

        authority.Services.Responder("persons", TestAuthority.Founded.AddDays(59))!.Certificate.ShouldBe(first);
        authority
            .Services.Responder("persons", TestAuthority.Founded.AddDays(61))!
            .Certificate.SerialNumber.ShouldNotBe(first.SerialNumber);
    }

    private OcspResponder Responder => authority.Services.Responder("persons", Now)!;

    private string Ask(string digest, X509Certificate2 certificate)
    {
        File.WriteAllText(Folder["leaf.pem"], certificate.ExportCertificatePem());
        var query = Query(digest, "-cert", Folder["leaf.pem"]);
        return Verify(query, Responder.Respond(query, Now), digest, "-cert", Folder["leaf.pem"]);
    }

    private byte[] Query(params string[] about)
    {
        var digest = about.Where(each => each.StartsWith("-sha", StringComparison.Ordinal));
        var rest = about.Where(each => !each.StartsWith("-sha", StringComparison.Ordinal));
        ExternalTool.Succeed(
            "openssl",
            ["ocsp", .. digest, "-issuer", Folder["ca/persons.pem"], .. rest, "-reqout", Folder["query"]]
        );
        return File.ReadAllBytes(Folder["query"]);
    }

    private string Verify(byte[] query, byte[] response, params string[] about)
    {
        var digest = about.Where(each => each.StartsWith("-sha", StringComparison.Ordinal));
        var rest = about.Where(each => !each.StartsWith("-sha", StringComparison.Ordinal)).ToList();
        return ExternalTool.Succeed(
            "openssl",
            [
                "ocsp",
                .. digest,
                "-issuer",
                Folder["ca/persons.pem"],
                .. rest.Count > 0 ? rest : ["-serial", "0x1234"],
                "-no_nonce",
                "-reqin",
                Folder.Write("query", query),
                "-respin",
                Folder.Write("response", response),
                "-CAfile",
                authority.RootFile,
                "-verify_other",
                Folder["ca/persons.pem"],
            ]
        );
    }
}
