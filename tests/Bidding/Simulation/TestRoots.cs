using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Approvals.Bidding.Sealing.Envelopes;
using Approvals.Kernel.Codes;

namespace Approvals.Bidding.Tests.Simulation;

/// <summary>A root and organisations under it, made once.</summary>
internal static class TestRoots
{
    private static readonly DateTimeOffset From = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly ECDsa RootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private static readonly X509Certificate2 Root = MakeRoot();

    public static byte[] RootHash { get; } = SHA256.HashData(Root.RawData);

    public static ImmutableArray<TestOrganisation> Organisations { get; } =
    [.. Enumerable.Range(1, 12).Select(number => new TestOrganisation(CodeOf(number), Issue(CodeOf(number))))];

    /// <summary>An organisation that no root of the notice stands behind.</summary>
    public static TestOrganisation Stranger { get; } = new(CodeOf(99), SelfSigned(CodeOf(99)));

    private static string CodeOf(int number)
    {
        const string alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        var organisation = $"MA0000{number:00}";
        foreach (var check in alphabet)
        {
            foreach (var last in alphabet)
            {
                var text = "91440400" + organisation + check + last;
                if (UnifiedCreditCode.TryParse(text, out var code, out _))
                {
                    return code.Value;
                }
            }
        }

        throw new InvalidOperationException("No check character fits.");
    }

    private static X509Certificate2 MakeRoot()
    {
        var request = new CertificateRequest("CN=测试根", RootKey, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request.CreateSelfSigned(From, From.AddYears(10));
    }

    private static (ECDsa Key, ImmutableArray<byte[]> Chain) Issue(string code)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(NameOf(code), key, HashAlgorithmName.SHA256);
        var certificate = request.Create(
            Root.SubjectName,
            X509SignatureGenerator.CreateForECDsa(RootKey),
            From,
            From.AddYears(3),
            RandomNumberGenerator.GetBytes(15)
        );
        return (key, [certificate.RawData, Root.RawData]);
    }

    private static (ECDsa Key, ImmutableArray<byte[]> Chain) SelfSigned(string code)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(NameOf(code), key, HashAlgorithmName.SHA256);
        var certificate = request.CreateSelfSigned(From, From.AddYears(3));
        return (key, [certificate.RawData, certificate.RawData]);
    }

    private static X500DistinguishedName NameOf(string code)
    {
        var name = new X500DistinguishedNameBuilder();
        name.Add("2.5.4.5", code, System.Formats.Asn1.UniversalTagNumber.PrintableString);
        name.AddOrganizationName("单位 " + code);
        return name.Build();
    }
}

/// <summary>An organisation with its certificate.</summary>
internal sealed record TestOrganisation(string Code, (ECDsa Key, ImmutableArray<byte[]> Chain) Credential)
{
    public BidMember Sign(byte[] data) =>
        new(
            UnifiedCreditCode.TryParse(Code, out var code, out _) ? code : throw new FormatException(Code),
            Credential.Chain,
            Credential.Key.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)
        );
}
