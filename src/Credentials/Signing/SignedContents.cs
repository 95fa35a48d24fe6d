using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Approvals.Credentials.Signing;

/// <summary>Looks into the Contents of signatures that are there, without believing them.</summary>
internal static class SignedContents
{
    /// <summary>The CMS without the zeros that fill its place, or null when it is none or something hides behind it.</summary>
    public static ReadOnlyMemory<byte>? WithoutPadding(ReadOnlyMemory<byte> contents)
    {
        try
        {
            AsnDecoder.ReadSequence(contents.Span, AsnEncodingRules.BER, out _, out _, out var consumed);
            return contents.Span[consumed..].ContainsAnyExcept((byte)0) ? null : contents[..consumed];
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    public static SignedCms? Read(ReadOnlyMemory<byte> contents, byte[]? covered = null)
    {
        if (WithoutPadding(contents) is not { } cms)
        {
            return null;
        }

        try
        {
            var signed = covered is null ? new SignedCms() : new SignedCms(new ContentInfo(covered), detached: true);
            signed.Decode(cms.Span);
            return signed;
        }
        catch (Exception broken) when (broken is CryptographicException or AsnContentException)
        {
            return null;
        }
    }

    /// <summary>The signer's certificate and those of the signers of its timestamps.</summary>
    public static IEnumerable<X509Certificate2> SignersOf(ReadOnlyMemory<byte> contents)
    {
        foreach (var signer in Read(contents)?.SignerInfos.Cast<SignerInfo>() ?? [])
        {
            if (signer.Certificate is { } certificate)
            {
                yield return certificate;
            }

            foreach (var token in TimestampsOf(signer))
            {
                foreach (var stamper in SignersOf(token))
                {
                    yield return stamper;
                }
            }
        }
    }

    /// <summary>The signature timestamps, DER of their tokens.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> TimestampsOf(SignerInfo signer) =>
        signer
            .UnsignedAttributes.Cast<CryptographicAttributeObject>()
            .Where(each => each.Oid.Value == CadesSignature.SignatureTimestamp)
            .SelectMany(each => each.Values.Cast<AsnEncodedData>())
            .Select(value => (ReadOnlyMemory<byte>)value.RawData);
}
