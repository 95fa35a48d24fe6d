using Approvals.Bidding.Sealing.Wire;
using Approvals.Credentials.Sealing;

namespace Approvals.Bidding.Sealing.Envelopes;

/// <summary>Everything a bidder derives from its root <c>r</c> for one sealing attempt; nothing of another attempt follows from it.</summary>
public sealed class AttemptSecrets
{
    public const int NonceSize = 16;

    private readonly byte[] root;

    /// <param name="root"><c>r</c>, 32 random bytes per tender and bidder.</param>
    /// <param name="nonce">16 random bytes per attempt.</param>
    public AttemptSecrets(byte[] root, byte[] noticeHash, int sequence, byte[] nonce)
    {
        this.root = root;
        Slot = SlotOf(root, noticeHash);
        Base = BaseOf(noticeHash, Slot.Point, sequence, nonce);
        Identity = SealHash.Derive(root, Base, "id");
    }

    /// <summary>The slot key: the bidder's pseudonym in this tender.</summary>
    public SealKey Slot { get; }

    public byte[] Base { get; }

    /// <summary><c>s_id</c>.</summary>
    public byte[] Identity { get; }

    /// <summary><c>s_{l,p}</c>.</summary>
    public byte[] Section(SectionId section) => SealHash.Derive(root, Base, "sec", section.Bytes);

    public static SealKey SlotOf(byte[] root, byte[] noticeHash) =>
        Hpke.DeriveKeyPair(SealHash.Derive(root, noticeHash, "slot"));

    /// <summary>The reference under which the deposit goes to the custodian.</summary>
    public static byte[] DepositReference(byte[] root, byte[] noticeHash) =>
        SealHash.Derive(root, noticeHash, "deposit", length: 16);

    public static byte[] BaseOf(byte[] noticeHash, byte[] slotPoint, int sequence, byte[] nonce) =>
        SealHash.Hash("base", noticeHash, slotPoint, new WireWriter().Int(sequence).ToArray(), nonce);
}

/// <summary>The commitments of an envelope and the keys that follow from committed secrets.</summary>
public static class SealedSecret
{
    private static readonly byte[] HolderMark = [0, 0, 0, 0];
    private static readonly byte[] IdentityMark = [1, 0, 0, 0];

    /// <summary>The commitment to <c>s_h</c>, which three holders' keys give.</summary>
    public static byte[] CommitHolder(byte[] @base, byte[] secret) => SealHash.Hash("c", HolderMark, @base, secret);

    public static byte[] CommitIdentity(byte[] @base, byte[] secret) => SealHash.Hash("c", IdentityMark, @base, secret);

    public static byte[] CommitSection(byte[] @base, SectionId section, byte[] secret) =>
        SealHash.Hash("c", [2, .. section.Bytes], @base, secret);

    /// <summary>Key and salt of a section's content, from both locks.</summary>
    public static (byte[] Key, byte[] Salt) ContentKey(byte[] @base, SectionId section, byte[] own, byte[] holders)
    {
        byte[] both = [.. own, .. holders];
        return (
            SealHash.Derive(both, @base, "content", section.Bytes),
            SealHash.Derive(both, @base, "salt", section.Bytes, ChunkedEncryption.SaltSize)
        );
    }

    public static byte[] SheetKey(byte[] @base, byte[] identity) => SealHash.Derive(identity, @base, "sheet");
}
