using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Credentials.Keys;

namespace Approvals.Bidding.Sealing.Envelopes;

/// <summary>
/// Is each member of a sheet who it says? Its certificate chain must end in a root of the notice and be valid at the deadline, its
/// subject's serial number must be the credit code, and its key must have signed. Nothing is fetched from anywhere.
/// </summary>
public static class BidIdentity
{
    private const string SerialNumber = "2.5.4.5";

    public static bool IsProven(Notice notice, EnvelopeHeader header, IdentitySheet sheet)
    {
        var signed = IdentitySheet.ToSign(header.Core, sheet.Lots, sheet.Supersedes);
        return sheet.Members.Select(member => member.CreditCode).Distinct().Count() == sheet.Members.Length
            && sheet.Members.All(member => IsProven(notice, member, signed));
    }

    private static bool IsProven(Notice notice, BidMember member, byte[] signed)
    {
        if (
            member.Certificates.Length < 2
            || !notice.TrustedRoots.Any(root => root.AsSpan().SequenceEqual(SHA256.HashData(member.Certificates[^1])))
        )
        {
            return false;
        }

        var loaded = new List<X509Certificate2>();
        try
        {
            foreach (var bytes in member.Certificates)
            {
                loaded.Add(X509CertificateLoader.LoadCertificate(bytes));
            }

            return SignatureAlgorithm.For(loaded[0].PublicKey) is { } algorithm
                && algorithm.Verify(loaded[0].PublicKey, signed, member.Signature)
                && Names(loaded[0], member.CreditCode.Value)
                && IsChained(loaded, notice.Deadline);
        }
        catch (CryptographicException)
        {
            return false;
        }
        finally
        {
            loaded.ForEach(certificate => certificate.Dispose());
        }
    }

    private static bool Names(X509Certificate2 certificate, string code) =>
        certificate
            .SubjectName.EnumerateRelativeDistinguishedNames()
            .Any(part => part.GetSingleElementType().Value == SerialNumber && part.GetSingleElementValue() == code);

    private static bool IsChained(List<X509Certificate2> certificates, DateTimeOffset at)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(certificates[^1]);
        chain.ChainPolicy.ExtraStore.AddRange(certificates.Skip(1).ToArray());
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = at.UtcDateTime;
        chain.ChainPolicy.VerificationTimeIgnored = false;
        return chain.Build(certificates[0]);
    }
}
