using System.Collections.Immutable;
using Approvals.Bidding.Sealing.Notices;

namespace Approvals.Bidding.Sealing.Record;

/// <summary>
/// One entry of a tender's public record, a leaf of its tree. <paramref name="At"/> is when the platform took it in. What a holder or
/// a bidder says is signed over <see cref="EntryCodec.ToSign"/>.
/// </summary>
public abstract record RecordEntry(DateTimeOffset At);

/// <summary>A holder's word: 64 bytes by its signing key.</summary>
public sealed record HolderSignature(HolderRole Role, byte[] Signature);

/// <summary>招标公告发布, signed by all four.</summary>
public sealed record NoticePublished(DateTimeOffset At, byte[] Notice, ImmutableArray<HolderSignature> Signatures)
    : RecordEntry(At);

public enum SubmissionKind : byte
{
    Commit = 1,
    Withdraw = 2,
}

/// <summary>
/// A bid whose body is complete, or a withdrawal: one shape. For a withdrawal <paramref name="EnvelopeId"/> is
/// <c>H("withdraw", notice_hash, slot_pk, seq)</c>.
/// </summary>
/// <param name="SlotSignature">Over the id, by the slot key.</param>
/// <param name="StampedAt">When the notary saw the id, by its own clock, with its signature.</param>
public sealed record Submission(
    DateTimeOffset At,
    SubmissionKind Kind,
    byte[] SlotPoint,
    int Sequence,
    byte[] EnvelopeId,
    byte[] SlotSignature,
    DateTimeOffset StampedAt,
    byte[] Stamp
) : RecordEntry(At);

/// <summary>A holder saw the tree at this instant of its own clock.</summary>
public sealed record Cosignature(HolderRole Role, DateTimeOffset At, byte[] Signature);

/// <summary>The tree over the <paramref name="Size"/> entries before this one.</summary>
public sealed record Checkpoint(DateTimeOffset At, int Size, byte[] Root, ImmutableArray<Cosignature> Cosignatures)
    : RecordEntry(At);

/// <summary>冻结: the root F of the accepted bids, signed by three holders or more who recomputed it.</summary>
public sealed record SetFrozen(DateTimeOffset At, byte[] Root, ImmutableArray<HolderSignature> Signatures)
    : RecordEntry(At);

/// <summary><c>d_h</c>: the dummies of this holder can be struck.</summary>
public sealed record SeedRevealed(DateTimeOffset At, HolderRole Role, byte[] Seed) : RecordEntry(At);

/// <summary>计数.</summary>
public sealed record BidsCounted(DateTimeOffset At, int Count) : RecordEntry(At);

/// <summary><c>ik_h</c> went sealed to supervisor and notary; the record keeps the digest of what went.</summary>
public sealed record IdentityKeyDelivered(DateTimeOffset At, HolderRole Role, byte[] Digest, byte[] Signature)
    : RecordEntry(At);

/// <summary>A bidder gave <c>s_id</c> to supervisor and notary because a holder's identity key is missing.</summary>
public sealed record IdentitySecretSent(DateTimeOffset At, byte[] SlotPoint, byte[] Digest, byte[] Signature)
    : RecordEntry(At);

/// <summary>识别, by supervisor or notary: m_l, how many organisations bid for each lot, and the salted hash of their list.</summary>
public sealed record LotsIdentified(
    DateTimeOffset At,
    HolderRole Role,
    ImmutableArray<int> Bidders,
    byte[] NamesHash,
    byte[] Signature
) : RecordEntry(At);

/// <summary>解锁甲: a bidder released its secrets of these lots; the record keeps their digest.</summary>
public sealed record SecretsReleased(
    DateTimeOffset At,
    byte[] SlotPoint,
    ImmutableArray<int> Lots,
    byte[] Digest,
    byte[] Signature
) : RecordEntry(At);

/// <summary>解锁乙: <c>ck_h</c>.</summary>
public sealed record ContentKeyPosted(DateTimeOffset At, HolderRole Role, byte[] Scalar, byte[] Signature)
    : RecordEntry(At);

/// <summary>The supervisor lengthens the running window, for everybody.</summary>
public sealed record WindowExtended(DateTimeOffset At, int Minutes, byte[] Signature) : RecordEntry(At);

/// <summary>开标: three holders' keys are there.</summary>
public sealed record TenderOpened(DateTimeOffset At) : RecordEntry(At);

/// <summary>The state's window ended without what it needs.</summary>
public sealed record TenderFailed(DateTimeOffset At) : RecordEntry(At);
