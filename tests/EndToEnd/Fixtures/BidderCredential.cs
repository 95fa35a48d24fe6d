using System.Collections.Immutable;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests.Fixtures;

/// <summary>An organisation that bids: its key and its chain below a root of the test.</summary>
public sealed record BidderCredential(string Organisation, string CreditCode, ECDsa Key, ImmutableArray<byte[]> Chain)
{
    private static readonly DateTimeOffset From = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly ECDsa RootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private static readonly X509Certificate2 Root = MakeRoot();

    public static BidderCredential Make(string organisation, string creditCode)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var name = new X500DistinguishedNameBuilder();
        name.Add("2.5.4.5", creditCode, UniversalTagNumber.PrintableString);
        name.AddOrganizationName(organisation);
        using var certificate = new CertificateRequest(name.Build(), key, HashAlgorithmName.SHA256).Create(
            Root.SubjectName,
            X509SignatureGenerator.CreateForECDsa(RootKey),
            From,
            From.AddYears(3),
            RandomNumberGenerator.GetBytes(15)
        );
        return new(organisation, creditCode, key, [certificate.RawData, Root.RawData]);
    }

    /// <summary>Puts key and chain where the page of certificates keeps them: the key signs and can't be read.</summary>
    public Task KeepInAsync(IPage page)
    {
        var secret = Key.ExportParameters(includePrivateParameters: true);
        return page.EvaluateAsync(
            """
            async ({ d, x, y, organisation, creditCode, chain }) => {
              const curve = { name: "ECDSA", namedCurve: "P-256" };
              const jwk = { kty: "EC", crv: "P-256", x, y };
              const keys = {
                privateKey: await crypto.subtle.importKey("jwk", { ...jwk, d }, curve, false, ["sign"]),
                publicKey: await crypto.subtle.importKey("jwk", jwk, curve, true, ["verify"]),
              };
              const bytes = (text) => Uint8Array.from(atob(text), (each) => each.charCodeAt(0));
              const opened = indexedDB.open("approvals-keys", 1);
              opened.onupgradeneeded = () => opened.result.createObjectStore("keys", { keyPath: "id" });
              await new Promise((done) => (opened.onsuccess = done));
              const transaction = opened.result.transaction("keys", "readwrite");
              transaction.objectStore("keys").put({ id: creditCode, made: 1, keys, bidder: { organisation, creditCode, chain: chain.map(bytes) } });
              await new Promise((done) => (transaction.oncomplete = done));
              opened.result.close();
            }
            """,
            new
            {
                d = Url(secret.D!),
                x = Url(secret.Q.X!),
                y = Url(secret.Q.Y!),
                organisation = Organisation,
                creditCode = CreditCode,
                chain = Chain.Select(Convert.ToBase64String).ToArray(),
            }
        );
    }

    private static string Url(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);

    private static X509Certificate2 MakeRoot()
    {
        var request = new CertificateRequest("CN=投标人证书根", RootKey, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request.CreateSelfSigned(From, From.AddYears(10));
    }
}
