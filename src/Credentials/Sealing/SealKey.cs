using System.Security.Cryptography;

namespace Approvals.Credentials.Sealing;

/// <summary>
/// A P-256 key pair of the seal: a bare scalar (32 bytes, big-endian) and its point (65 bytes, uncompressed SEC 1). Both uses,
/// ECDH and ECDSA, start from the same bytes here and in a browser.
/// </summary>
public sealed record SealKey(byte[] Scalar, byte[] Point)
{
    public const int ScalarSize = 32;
    public const int PointSize = 65;
    public const int SignatureSize = 64;

    /// <summary>The pair of a scalar.</summary>
    /// <exception cref="CryptographicException">The scalar is zero, not below the order, or not 32 bytes.</exception>
    public static SealKey FromScalar(ReadOnlySpan<byte> scalar)
    {
        if (scalar.Length != ScalarSize)
        {
            throw new CryptographicException("A scalar has 32 bytes.");
        }

        using var key = ECDiffieHellman.Create(
            new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = scalar.ToArray() }
        );
        return new SealKey(scalar.ToArray(), PointOf(key.ExportParameters(includePrivateParameters: false).Q));
    }

    /// <summary>The x coordinate of scalar × point: ECDH as DHKEM uses it (RFC 9180 §7.1).</summary>
    /// <exception cref="CryptographicException">The point is not on the curve, or the scalar not in range.</exception>
    public static byte[] Agree(ReadOnlySpan<byte> scalar, ReadOnlySpan<byte> point)
    {
        using var mine = ECDiffieHellman.Create(
            new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = scalar.ToArray() }
        );
        using var theirs = ECDiffieHellman.Create(ParametersOf(point));
        return mine.DeriveRawSecretAgreement(theirs.PublicKey);
    }

    /// <summary>ECDSA with SHA-256 over the data, r ‖ s (64 bytes).</summary>
    public byte[] Sign(ReadOnlySpan<byte> data)
    {
        using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = [.. Scalar] });
        return key.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    /// <summary>True when the key of the point made the signature; a point or signature that makes no sense is false.</summary>
    public static bool Verifies(ReadOnlySpan<byte> point, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        if (signature.Length != SignatureSize || !IsPoint(point))
        {
            return false;
        }

        using var key = ECDsa.Create(ParametersOf(point));
        return key.VerifyData(
            data,
            signature,
            HashAlgorithmName.SHA256,
            DSASignatureFormat.IeeeP1363FixedFieldConcatenation
        );
    }

    /// <summary>True for 65 bytes that name a point of the curve.</summary>
    public static bool IsPoint(ReadOnlySpan<byte> point)
    {
        if (point.Length != PointSize || point[0] != 4)
        {
            return false;
        }

        try
        {
            using var key = ECDsa.Create(ParametersOf(point));
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static ECParameters ParametersOf(ReadOnlySpan<byte> point) =>
        point.Length == PointSize && point[0] == 4
            ? new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new ECPoint { X = point[1..33].ToArray(), Y = point[33..].ToArray() },
            }
            : throw new CryptographicException("A point has 65 bytes and starts with 4.");

    private static byte[] PointOf(ECPoint point) => [4, .. point.X!, .. point.Y!];
}
