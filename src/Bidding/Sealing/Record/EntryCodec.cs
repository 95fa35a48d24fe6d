using System.Collections.Immutable;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Sealing.Wire;
using Approvals.Credentials.Sealing;

namespace Approvals.Bidding.Sealing.Record;

/// <summary>Entries as bytes: kind ‖ instant ‖ what is said ‖ signatures, one form only. These bytes are the leaves of the tree.</summary>
public static class EntryCodec
{
    private const int MostLots = 64;

    public static byte[] Write(RecordEntry entry)
    {
        var writer = new WireWriter().Byte(KindOf(entry)).Instant(entry.At);
        WriteSaid(writer, entry);
        WriteSignatures(writer, entry);
        return writer.ToArray();
    }

    /// <summary>
    /// What the signatures of an entry are over: notice, F (32 zeros before there is one), kind and what is said. The platform's
    /// instant is not in it.
    /// </summary>
    public static byte[] ToSign(byte[] noticeHash, byte[]? setRoot, RecordEntry entry)
    {
        var writer = new WireWriter().Byte(KindOf(entry));
        WriteSaid(writer, entry);
        return SealHash.Hash("record", noticeHash, setRoot ?? new byte[SealHash.Size], writer.ToArray());
    }

    public static byte[] StampToSign(byte[] noticeHash, byte[] envelopeId, DateTimeOffset at) =>
        SealHash.Hash("stamp", noticeHash, envelopeId, new WireWriter().Instant(at).ToArray());

    public static byte[] CosignatureToSign(byte[] noticeHash, int size, byte[] root, DateTimeOffset at) =>
        SealHash.Hash("checkpoint", noticeHash, new WireWriter().Int(size).Fixed(root).Instant(at).ToArray());

    public static byte[] WithdrawalId(byte[] noticeHash, byte[] slotPoint, int sequence) =>
        SealHash.Hash("withdraw", noticeHash, slotPoint, new WireWriter().Int(sequence).ToArray());

    public static RecordEntry? Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new WireReader(bytes);
        var kind = reader.Byte();
        var at = reader.Instant();
        var entry = EntryReading.Read(kind, at, ref reader);
        return reader.IsWhole ? entry : null;
    }

    private static byte KindOf(RecordEntry entry) =>
        entry switch
        {
            NoticePublished => 1,
            Submission => 2,
            Checkpoint => 3,
            SetFrozen => 4,
            SeedRevealed => 5,
            BidsCounted => 6,
            IdentityKeyDelivered => 7,
            IdentitySecretSent => 8,
            LotsIdentified => 9,
            SecretsReleased => 10,
            ContentKeyPosted => 11,
            WindowExtended => 12,
            TenderOpened => 13,
            TenderFailed => 14,
            _ => EvaluationCodec.KindOf(entry),
        };

    private static void WriteSaid(WireWriter writer, RecordEntry entry)
    {
        switch (entry)
        {
            case NoticePublished published:
                writer.Block(published.Notice);
                break;
            case Submission sent:
                writer.Byte((byte)sent.Kind).Fixed(sent.SlotPoint).Int(sent.Sequence).Fixed(sent.EnvelopeId);
                break;
            case Checkpoint point:
                writer.Int(point.Size).Fixed(point.Root);
                break;
            case SetFrozen frozen:
                writer.Fixed(frozen.Root);
                break;
            case SeedRevealed seed:
                writer.Byte((byte)seed.Role).Fixed(seed.Seed);
                break;
            case BidsCounted counted:
                writer.Int(counted.Count);
                break;
            case IdentityKeyDelivered key:
                writer.Byte((byte)key.Role).Fixed(key.Digest);
                break;
            case IdentitySecretSent secret:
                writer.Fixed(secret.SlotPoint).Fixed(secret.Digest);
                break;
            case LotsIdentified identified:
                Numbers(writer.Byte((byte)identified.Role), identified.Bidders).Fixed(identified.NamesHash);
                break;
            case SecretsReleased released:
                Numbers(writer.Fixed(released.SlotPoint), released.Lots).Fixed(released.Digest);
                break;
            case ContentKeyPosted key:
                writer.Byte((byte)key.Role).Fixed(key.Scalar);
                break;
            case WindowExtended extended:
                writer.Short(extended.Minutes);
                break;
            default:
                EvaluationCodec.WriteSaid(writer, entry);
                break;
        }
    }

    private static void WriteSignatures(WireWriter writer, RecordEntry entry)
    {
        switch (entry)
        {
            case NoticePublished published:
                Signatures(writer, published.Signatures);
                break;
            case Submission sent:
                writer.Fixed(sent.SlotSignature).Instant(sent.StampedAt).Fixed(sent.Stamp);
                break;
            case Checkpoint point:
                writer.Byte((byte)point.Cosignatures.Length);
                foreach (var each in point.Cosignatures)
                {
                    writer.Byte((byte)each.Role).Instant(each.At).Fixed(each.Signature);
                }

                break;
            case SetFrozen frozen:
                Signatures(writer, frozen.Signatures);
                break;
            case IdentityKeyDelivered { Signature: var signature }:
                writer.Fixed(signature);
                break;
            case IdentitySecretSent { Signature: var signature }:
                writer.Fixed(signature);
                break;
            case LotsIdentified { Signature: var signature }:
                writer.Fixed(signature);
                break;
            case SecretsReleased { Signature: var signature }:
                writer.Fixed(signature);
                break;
            case ContentKeyPosted { Signature: var signature }:
                writer.Fixed(signature);
                break;
            case WindowExtended { Signature: var signature }:
                writer.Fixed(signature);
                break;
            default:
                EvaluationCodec.WriteSignature(writer, entry);
                break;
        }
    }

    private static WireWriter Numbers(WireWriter writer, ImmutableArray<int> numbers)
    {
        writer.Byte((byte)Math.Min(numbers.Length, MostLots));
        foreach (var number in numbers)
        {
            writer.Short(number);
        }

        return writer;
    }

    private static void Signatures(WireWriter writer, ImmutableArray<HolderSignature> signatures)
    {
        writer.Byte((byte)signatures.Length);
        foreach (var each in signatures)
        {
            writer.Byte((byte)each.Role).Fixed(each.Signature);
        }
    }
}
