using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Approvals.Credentials.Keys;
using Approvals.Kernel;

namespace Approvals.Credentials.Authority;

/// <summary>
/// A PKCS#10 request (RFC 2986), of which only the key is taken: who the subject is, the authority knows better, and what the
/// certificate may do, its profile says. The proof of possession is fresh, because the request carries the nonce of this enrolment
/// as its challengePassword (RFC 2985 §5.4.1).
/// </summary>
public static class CertificationRequest
{
    private const string ChallengePassword = "1.2.840.113549.1.9.7";
    private const int LargestRequest = 8192;
    private const int ShortestNonce = 16;

    /// <summary>
    /// The key whose owner made the request for this enrolment. Rejections: <c>certificate.request-malformed</c>,
    /// <c>certificate.request-proof</c> (not signed by the key that it names, or for another enrolment),
    /// <c>certificate.key-algorithm</c>.
    /// </summary>
    /// <param name="nonce">Made by the server for this enrolment, used once; at least 16 characters.</param>
    public static (PublicKey? Key, Rejection? Rejection) Read(ReadOnlySpan<byte> der, string nonce)
    {
        if (nonce.Length < ShortestNonce)
        {
            throw new ArgumentException("A nonce this short can be guessed.", nameof(nonce));
        }

        if (der.Length > LargestRequest)
        {
            return (null, Rejection.Of("certificate.request-malformed"));
        }

        CertificateRequest request;
        try
        {
            // Reading the unchecked request first tells a wrong form from a wrong signature.
            Load(der, CertificateRequestLoadOptions.SkipSignatureValidation);
        }
        catch (Exception broken) when (broken is CryptographicException or AsnContentException or NotSupportedException)
        {
            return (null, Rejection.Of("certificate.request-malformed"));
        }

        try
        {
            request = Load(der, CertificateRequestLoadOptions.Default);
        }
        catch (Exception unproven) when (unproven is CryptographicException or NotSupportedException)
        {
            return (null, Rejection.Of("certificate.request-proof"));
        }

        if (!CarriesNonce(request, nonce))
        {
            return (null, Rejection.Of("certificate.request-proof"));
        }

        return SignatureAlgorithm.For(request.PublicKey) is null
            ? (null, Rejection.Of("certificate.key-algorithm"))
            : (request.PublicKey, null);
    }

    private static CertificateRequest Load(ReadOnlySpan<byte> der, CertificateRequestLoadOptions options) =>
        CertificateRequest.LoadSigningRequest(der.ToArray(), HashAlgorithmName.SHA256, options);

    private static bool CarriesNonce(CertificateRequest request, string nonce)
    {
        var values = request.OtherRequestAttributes.Where(each => each.Oid?.Value == ChallengePassword).ToList();
        if (values is not [{ } only])
        {
            return false;
        }

        try
        {
            var reader = new AsnReader(only.RawData, AsnEncodingRules.DER);
            var kind = (UniversalTagNumber)reader.PeekTag().TagValue;
            var given = reader.ReadCharacterString(kind);
            return !reader.HasData
                && CryptographicOperations.FixedTimeEquals(
                    Encoding.UTF8.GetBytes(given),
                    Encoding.UTF8.GetBytes(nonce)
                );
        }
        catch (Exception broken) when (broken is AsnContentException or ArgumentException)
        {
            return false;
        }
    }
}
