using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using Approvals.Credentials.Keys;

namespace Approvals.Credentials.Authority;

/// <summary>Holds a certificate's signature against a key.</summary>
internal static class SignedCertificate
{
    public static bool IsSignedBy(X509Certificate2 certificate, PublicKey issuer, SignatureAlgorithm algorithm)
    {
        var reader = new AsnReader(certificate.RawDataMemory, AsnEncodingRules.DER).ReadSequence();
        var signed = reader.ReadEncodedValue();
        return reader.ReadSequence().ReadObjectIdentifier() == algorithm.SignatureOid
            && algorithm.Verify(issuer, signed.Span, reader.ReadBitString(out _));
    }
}
