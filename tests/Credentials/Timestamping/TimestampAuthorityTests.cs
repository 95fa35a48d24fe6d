using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using Approvals.Credentials.Authority;

namespace Approvals.Credentials.Tests.Timestamping;

public sealed class TimestampAuthorityTests : IDisposable
{
    private static readonly DateTimeOffset Now = TestAuthority.Founded.AddDays(40);
    private readonly TestAuthority authority = new();

    private TemporaryFolder Folder => authority.Folder;

    public void Dispose() => authority.Dispose();

    [Theory]
    [InlineData("-sha256")]
    [InlineData("-sha512")]
    public void Openssl_asks_and_verifies_the_answer(string digest)
    {
        var data = Folder.Write("data", "清源市政务服务"u8);
        ExternalTool.Succeed("openssl", "ts", "-query", "-data", data, digest, "-cert", "-out", Folder["query"]);

        var reply = Folder.Write("reply", Respond(File.ReadAllBytes(Folder["query"])));

        ExternalTool
            .Succeed(
                "openssl",
                "ts",
                "-verify",
                "-queryfile",
                Folder["query"],
                "-in",
                reply,
                "-CAfile",
                authority.RootFile,
                "-untrusted",
                Folder["ca/timestamps.pem"],
                "-attime",
                Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)
            )
            .ShouldContain("Verification: OK");
        var text = ExternalTool.Succeed("openssl", "ts", "-reply", "-in", reply, "-text");
        text.ShouldContain("Status: Granted.");
        text.ShouldContain("Ordering: yes");
        text.ShouldContain("Accuracy: 0x01 seconds");
    }

    [Fact]
    public void Requests_that_make_no_sense_are_refused_with_the_reason()
    {
        Refused([1, 2, 3]).ShouldContain("the data submitted has the wrong format");
        Refused(new byte[5000]).ShouldContain("transaction not permitted");
        ExternalTool.Succeed(
            "openssl",
            "ts",
            "-query",
            "-digest",
            new string('0', 40),
            "-sha1",
            "-out",
            Folder["query"]
        );
        Refused(File.ReadAllBytes(Folder["query"])).ShouldContain("unrecognized or unsupported algorithm");
        var data = Folder.Write("data", [1]);
        ExternalTool.Succeed(
            "openssl",
            "ts",
            "-query",
            "-data",
            data,
            "-sha256",
            "-tspolicy",
            "1.2.3",
            "-out",
            Folder["query"]
        );
        Refused(File.ReadAllBytes(Folder["query"])).ShouldContain("policy is not supported");

        string Refused(byte[] request) =>
            ExternalTool.Succeed("openssl", "ts", "-reply", "-in", Folder.Write("reply", Respond(request)), "-text");
    }

    [Fact]
    public void Serial_numbers_and_instants_only_grow_also_over_a_restart_and_at_the_same_instant()
    {
        var tokens = Enumerable.Range(0, 20).Select(_ => Stamp(authority.Services, Now)).ToList();
        using (var again = Reopen())
        {
            tokens.AddRange(Enumerable.Range(0, 20).Select(_ => Stamp(again, Now)));
        }

        var numbers = tokens.ConvertAll(token =>
            Convert.ToInt64(Convert.ToHexString(token.GetSerialNumber().Span), 16)
        );
        numbers.Zip(numbers.Skip(1)).ShouldAllBe(pair => pair.First < pair.Second);
        tokens.Zip(tokens.Skip(1)).ShouldAllBe(pair => pair.First.Timestamp < pair.Second.Timestamp);
        tokens.ShouldAllBe(token => (token.Timestamp - Now).Duration() <= TimeSpan.FromSeconds(1.1));
    }

    [Fact]
    public void A_clock_that_was_set_back_stamps_nothing()
    {
        Stamp(authority.Services, Now);

        Should.Throw<InvalidOperationException>(() => Stamp(authority.Services, Now.AddSeconds(-10)));
        using var again = Reopen();
        Should.Throw<InvalidOperationException>(() => Stamp(again, Now.AddSeconds(-10)));
        Stamp(again, Now.AddSeconds(2));
    }

    private AuthorityServices Reopen() => new(authority.Authority, Folder["ca"], authority.Keys, (_, _) => null);

    private static Rfc3161TimestampTokenInfo Stamp(AuthorityServices services, DateTimeOffset now)
    {
        var token = services.Timestamps(now).Stamp(SHA256.HashData([1, 2, 3]), now);
        Rfc3161TimestampToken.TryDecode(token, out var decoded, out _).ShouldBeTrue();
        decoded!.VerifySignatureForData([1, 2, 3], out _).ShouldBeTrue();
        return decoded.TokenInfo;
    }

    private byte[] Respond(byte[] request) => authority.Services.Timestamps(Now).Respond(request, Now);
}
