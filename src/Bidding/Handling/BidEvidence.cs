using Approvals.Bidding.Sealing;
using Approvals.Bidding.Sealing.Envelopes;
using Approvals.Bidding.Sealing.Judging;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Sealing.Record;
using Approvals.Bidding.Tenders;
using Approvals.Kernel.Blobs;
using Approvals.Kernel.Store;

namespace Approvals.Bidding.Handling;

/// <summary>What the platform holds of the accepted bids of one tender, read once from the store; bodies are read from the blobs piece by piece.</summary>
public sealed class BidEvidence
{
    private readonly IBlobStore blobs;
    private readonly Dictionary<string, Evidence> bySlot = new(StringComparer.Ordinal);

    private BidEvidence(IBlobStore blobs, RecordState record)
    {
        this.blobs = blobs;
        Record = record;
    }

    public RecordState Record { get; }

    /// <summary>By <c>env_id</c> in hex.</summary>
    public Dictionary<string, EnvelopeHeader> Headers { get; } = new(StringComparer.Ordinal);

    /// <summary>Who is behind the bids, from the identities given so far.</summary>
    public Identification Identified { get; private set; } = null!;

    public Evidence this[string slot] => bySlot[slot];

    public static BidEvidence Read(SqlSession session, IBlobStore blobs, TenderState tender, RecordState record)
    {
        var evidence = new BidEvidence(blobs, record);
        var identities = SealedStore.Identities(session, tender.Key);
        foreach (var bid in record.Set!.Accepted)
        {
            evidence.Add(session, tender, bid, identities.GetValueOrDefault(bid.Slot));
        }

        evidence.Identified = Identification.Of(record.Notice!, [.. record.Bids], evidence.Headers, identities);
        return evidence;
    }

    public Verdict VerdictOf(AcceptedBid bid, Func<SectionId, bool>? isWanted = null) =>
        Judge.Of(Record, bid, this[bid.Slot], Identified.Superseded.Contains(bid.Slot), isWanted);

    /// <summary>A section's data, or null where a lock is closed or the bytes are no section.</summary>
    public byte[]? Open(string slot, SectionId section)
    {
        var evidence = this[slot];
        if (
            evidence is not { Header: { } header, Body: { } body }
            || !evidence.Secrets.TryGetValue(section, out var own)
            || Judge.HolderSecretOf(Record, header) is not { } holders
        )
        {
            return null;
        }

        var (start, length) = BodyOpener.PlaceOf(Record.Notice!, section);
        return body(start, length) is { } ciphertext
            ? BodyOpener.Open(Record.Notice!, header, section, own, holders, ciphertext)
            : null;
    }

    private void Add(SqlSession session, TenderState tender, AcceptedBid bid, byte[]? identity)
    {
        var attempt = SealedStore.FindEnvelope(session, tender.Key, bid.EnvelopeId);
        if (attempt?.Header is not { } bytes || EnvelopeHeader.Read(Record.Notice!, bytes) is not { } header)
        {
            bySlot[bid.Slot] = new Evidence();
            return;
        }

        Headers[Convert.ToHexStringLower(bid.EnvelopeId)] = header;
        var pieces = SealedStore.Pieces(session, tender.Key, attempt.Slot, attempt.Sequence);
        bySlot[bid.Slot] = new Evidence
        {
            Header = header,
            PieceHashes = attempt.PieceHashes,
            Body = (start, length) => Slice(pieces, start, length),
            IdentitySecret = identity,
            Secrets = SealedStore
                .Secrets(session, tender.Key, bid.Slot)
                .Where(pair =>
                    SealedSecret
                        .CommitSection(header.Base, pair.Key, pair.Value)
                        .AsSpan()
                        .SequenceEqual(header.CommitmentOf(pair.Key))
                )
                .ToDictionary(),
        };
    }

    private byte[]? Slice(Dictionary<int, byte[]> pieces, long start, long length)
    {
        var output = new byte[length];
        for (long filled = 0; filled < length; )
        {
            var index = (int)((start + filled) / PieceTree.PieceSize);
            var offset = (start + filled) % PieceTree.PieceSize;
            if (!pieces.TryGetValue(index, out var name))
            {
                return null;
            }

            using var piece = blobs.Open(name);
            piece.Seek(offset, SeekOrigin.Begin);
            var wanted = (int)Math.Min(length - filled, PieceTree.PieceSize - offset);
            var read = piece.ReadAtLeast(output.AsSpan((int)filled, wanted), wanted, throwOnEndOfStream: false);
            if (read < wanted)
            {
                return null;
            }

            filled += read;
        }

        return output;
    }
}
