using System.Security.Cryptography;
using Approvals.Credentials.Keys;

namespace Approvals.Credentials.Tests.Keys;

public sealed class FileKeyStoreTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_key_signs_the_same_after_it_was_closed()
    {
        using var made = Store("口令").Create("seal-1", SignatureAlgorithm.EcdsaP256Sha256);
        using var opened = Store("口令").Open("seal-1");
        using var verifier = made.PublicKey.GetECDsaPublicKey()!;

        var signature = opened.Sign("清源"u8);

        verifier
            .VerifyData("清源"u8, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)
            .ShouldBeTrue();
    }

    [Fact]
    public void The_file_is_encrypted_in_the_standard_way_and_the_owners_only()
    {
        using var key = Store("secret").Create("seal-1", SignatureAlgorithm.EcdsaP256Sha256);

        File.ReadAllText(folder["keys/seal-1.p8"]).ShouldStartWith("-----BEGIN ENCRYPTED PRIVATE KEY-----");
        ExternalTool
            .Succeed("openssl", "pkey", "-in", folder["keys/seal-1.p8"], "-passin", "pass:secret", "-noout", "-text")
            .ShouldContain("prime256v1");
        ExternalTool.Succeed("openssl", "asn1parse", "-in", folder["keys/seal-1.p8"]).ShouldContain("aes-256-cbc");
        ExternalTool.Succeed("stat", "-c", "%a", folder["keys/seal-1.p8"]).Trim().ShouldBe("600");
        Directory.GetFiles(folder["keys"]).Length.ShouldBe(1);
    }

    [Fact]
    public void Wrong_passphrase_missing_and_taken_names_are_told_apart()
    {
        using var key = Store("口令").Create("seal-1", SignatureAlgorithm.EcdsaP256Sha256);

        Should.Throw<CryptographicException>(() => Store("别的").Open("seal-1"));
        Should.Throw<KeyNotFoundException>(() => Store("口令").Open("seal-2"));
        Should.Throw<InvalidOperationException>(() =>
            Store("口令").Create("seal-1", SignatureAlgorithm.EcdsaP256Sha256)
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("../root")]
    [InlineData("Seal")]
    [InlineData("印章")]
    public void Names_that_could_leave_the_folder_are_refused(string name) =>
        Should.Throw<ArgumentException>(() => Store("口令").Open(name));

    private FileKeyStore Store(string passphrase) => new(folder["keys"], passphrase, TestAuthority.Iterations);
}
