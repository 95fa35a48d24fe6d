using Approvals.Bidding.Sealing.Notices;
using Approvals.Credentials.Sealing;

namespace Approvals.Bidding.Sealing.Envelopes;

/// <summary>Finds and decrypts the sections of a body.</summary>
public static class BodyOpener
{
    /// <summary>Where a section's ciphertext lies in the body: the same in every body of a tender.</summary>
    public static (long Start, long Length) PlaceOf(Notice notice, SectionId section)
    {
        long start = 0;
        foreach (var each in SectionId.All(notice.Lots))
        {
            var length = ChunkedEncryption.SizeOf(notice.Sizes.Of(each.Kind));
            if (each == section)
            {
                return (start, length);
            }

            start += length;
        }

        throw new ArgumentOutOfRangeException(nameof(section), section, "The tender has no such section.");
    }

    /// <summary>The one size of a tender's bodies.</summary>
    public static long SizeOf(Notice notice) =>
        SectionId.All(notice.Lots).Sum(section => ChunkedEncryption.SizeOf(notice.Sizes.Of(section.Kind)));

    /// <summary>The section's data, or null when ciphertext and keys don't go together or what comes out is no section.</summary>
    public static byte[]? Open(
        Notice notice,
        EnvelopeHeader header,
        SectionId section,
        byte[] own,
        byte[] holders,
        ReadOnlySpan<byte> ciphertext
    )
    {
        var size = notice.Sizes.Of(section.Kind);
        var (key, salt) = SealedSecret.ContentKey(header.Base, section, own, holders);
        if (!ciphertext.StartsWith(salt))
        {
            return null;
        }

        using var cipher = new MemoryStream(ciphertext.ToArray(), writable: false);
        using var plain = new MemoryStream(size);
        return ChunkedEncryption.Decrypt(key, header.Base, cipher, plain)
            ? PaddedSection.Unpad(plain.GetBuffer().AsSpan(0, (int)plain.Length), size)
            : null;
    }
}
