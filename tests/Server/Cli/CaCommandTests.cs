using Approvals.Server.Tests.Signing;

namespace Approvals.Server.Tests.Cli;

/// <summary><c>approvals ca</c> from the first key to a revocation, with openssl as the judge of what it made.</summary>
public sealed class CaCommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("approvals-ca-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task An_authority_is_made_once_listed_and_revokes()
    {
        var data = folder.FullName;
        var made = (await RunAsync("init", "--public-origin", "https://hall.test", "--json")).ShouldSucceed().Json;
        var root = made.GetProperty("root").GetString()!;
        var authority = Path.GetDirectoryName(root)!;
        foreach (var issuer in (string[])["persons", "seals", "tls", "timestamps"])
        {
            OpenSsl
                .Run("verify", "-CAfile", root, "-x509_strict", Path.Combine(authority, issuer + ".pem"))
                .ShouldContain("OK");
        }

        var stamper = Path.Combine(authority, "services", "timestamp.pem");
        OpenSsl
            .Run(
                "verify",
                "-CAfile",
                root,
                "-untrusted",
                Path.Combine(authority, "timestamps.pem"),
                "-purpose",
                "timestampsign",
                stamper
            )
            .ShouldContain("OK");
        (await RunAsync("init", "--public-origin", "https://hall.test")).ShouldFail(
            1,
            "has a certificate authority already"
        );

        var serial = OpenSsl.Run("x509", "-in", stamper, "-noout", "-serial").Trim().Split('=')[1];
        Standing(await RunAsync("list", "--json"), serial).ShouldBe("good");
        (await RunAsync("revoke", serial, "--reason", "nonsense")).Code.ShouldBe(2);
        (await RunAsync("revoke", "0123456789", "--reason", "superseded")).Code.ShouldBe(1);
        var revoked = (await RunAsync("revoke", serial, "--reason", "superseded", "--json")).ShouldSucceed().Output;
        Standing(await RunAsync("list", "--json"), serial).ShouldBe("revoked");
        // Once more says the same: the first instant counts.
        (await RunAsync("revoke", serial, "--reason", "key-compromise", "--json"))
            .ShouldSucceed()
            .Output.ShouldBe(revoked);

        Task<Answer> RunAsync(params string[] arguments) => Shell.RunAsync(["ca", .. arguments, "--data", data]);
    }

    private static string? Standing(Answer list, string serial) =>
        list.ShouldSucceed()
            .Json.GetProperty("certificates")
            .EnumerateArray()
            .Single(each =>
                string.Equals(each.GetProperty("serial").GetString(), serial, StringComparison.OrdinalIgnoreCase)
            )
            .GetProperty("standing")
            .GetString();
}
