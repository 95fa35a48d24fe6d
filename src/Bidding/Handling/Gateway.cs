using Approvals.Bidding.Sealing.Envelopes;
using Approvals.Bidding.Sealing.Record;
using Approvals.Bidding.Sealing.Transport;
using Approvals.Bidding.Tenders;
using Approvals.Credentials.Sealing;
using Approvals.Credentials.Transparency;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;

namespace Approvals.Bidding.Handling;

/// <summary>
/// What frames do inside a turn. A begun attempt claims nothing; a complete one waits for the notary's stamp and becomes a submission of the
/// record with it. The gateway knows slots and no addresses.
/// </summary>
public sealed class Gateway(TenderRecords records)
{
    /// <param name="blob">For a chunk: the name of the blob that its data were stored under before the turn.</param>
    public FrameAnswer Take(TurnScope scope, TenderState tender, Frame frame, byte[]? blob)
    {
        var record = records.InTurn(scope, tender.Record);
        var session = scope.Session;
        var attempt = SealedStore.Find(session, tender.Key, frame.SlotPoint, frame.Sequence);
        if (frame.Verb == FrameVerb.Status || attempt?.Entry is not null)
        {
            return attempt is null ? Say(scope, FrameCode.NotBegun) : Standing(scope, tender, record, attempt);
        }

        if (record.Phase != RecordPhase.Sealing || scope.Now >= record.Notice!.Deadline)
        {
            return Say(scope, FrameCode.DeadlinePassed);
        }

        var slot = Convert.ToHexStringLower(frame.SlotPoint);
        if (frame.Sequence <= record.LastSequences.GetValueOrDefault(slot))
        {
            return Say(scope, FrameCode.NotNewer);
        }

        return frame.Verb switch
        {
            FrameVerb.Begin => Begin(scope, tender, record, frame, attempt),
            FrameVerb.Chunk => Chunk(scope, tender, record, frame, attempt, blob!),
            FrameVerb.Commit => Commit(scope, tender, record, frame, attempt),
            _ => Withdraw(scope, tender, record, frame, attempt),
        };
    }

    /// <summary>The receipt of a submission, with its path in the newest tree that a checkpoint covers.</summary>
    public static SubmissionReceipt ReceiptOf(SqlSession session, TenderState tender, RecordState record, int index)
    {
        var entries = TenderRecords.EntriesOf(session, tender.Record, index);
        var checkpoint = entries
            .Select((bytes, at) => (Bytes: bytes, Point: EntryCodec.Read(bytes) as Sealing.Record.Checkpoint, At: at))
            .LastOrDefault(each => each.Point is not null && each.At > 0);
        var size = checkpoint.Point?.Size ?? record.Leaves.Count;
        var proof = InclusionProof.Create(index, size, new LeafTree(record.Leaves));
        return new SubmissionReceipt(
            entries[0],
            index,
            size,
            [.. proof.Path],
            checkpoint.Point is null ? [] : checkpoint.Bytes
        );
    }

    private static FrameAnswer Begin(
        TurnScope scope,
        TenderState tender,
        RecordState record,
        Frame frame,
        Attempt? attempt
    )
    {
        var pieces = (BodyOpener.SizeOf(record.Notice!) + PieceTree.PieceSize - 1) / PieceTree.PieceSize;
        if (frame.Index != pieces || frame.Data.Length != pieces * SealHash.Size)
        {
            return Say(scope, FrameCode.NotOfNotice);
        }

        if (attempt is not null && !attempt.Hashes.AsSpan().SequenceEqual(frame.Data))
        {
            return Say(scope, FrameCode.AnotherPiece);
        }

        if (attempt is null)
        {
            SealedStore.Begin(
                scope.Session,
                tender.Key,
                frame.SlotPoint,
                frame.Sequence,
                SubmissionKind.Commit,
                frame.Data
            );
        }

        return Held(scope, tender, SealedStore.Find(scope.Session, tender.Key, frame.SlotPoint, frame.Sequence)!);
    }

    private static FrameAnswer Chunk(
        TurnScope scope,
        TenderState tender,
        RecordState record,
        Frame frame,
        Attempt? attempt,
        byte[] blob
    )
    {
        if (attempt is null)
        {
            return Say(scope, FrameCode.NotBegun);
        }

        var hashes = attempt.PieceHashes;
        if (
            frame.Index < 0
            || frame.Index >= hashes.Count
            || frame.Data.Length != LengthOf(record, frame.Index)
            || !PieceTree.LeafOf(frame.Data).AsSpan().SequenceEqual(hashes[frame.Index])
        )
        {
            return Say(scope, FrameCode.AnotherPiece);
        }

        SealedStore.AddPiece(scope.Session, tender.Key, frame.SlotPoint, frame.Sequence, frame.Index, blob);
        return Held(scope, tender, attempt);
    }

    private static long LengthOf(RecordState record, int piece) =>
        Math.Min(PieceTree.PieceSize, BodyOpener.SizeOf(record.Notice!) - ((long)piece * PieceTree.PieceSize));

    private static FrameAnswer Commit(
        TurnScope scope,
        TenderState tender,
        RecordState record,
        Frame frame,
        Attempt? attempt
    )
    {
        if (attempt is null)
        {
            return Say(scope, FrameCode.NotBegun);
        }

        if (frame.Data.Length <= SealKey.SignatureSize)
        {
            return Say(scope, FrameCode.NotOfNotice);
        }

        var (bytes, signature) = (frame.Data[..^SealKey.SignatureSize], frame.Data[^SealKey.SignatureSize..]);
        var header = EnvelopeHeader.Read(record.Notice!, bytes);
        if (
            header is null
            || header.Sequence != frame.Sequence
            || !header.SlotPoint.AsSpan().SequenceEqual(frame.SlotPoint)
            || !header.BodyRoot.AsSpan().SequenceEqual(PieceTree.RootOf(attempt.PieceHashes))
            || !SealKey.Verifies(frame.SlotPoint, header.Id, signature)
        )
        {
            return Say(scope, FrameCode.NotOfNotice);
        }

        var held = Held(scope, tender, attempt);
        if (
            SealedStore.Pieces(scope.Session, tender.Key, frame.SlotPoint, frame.Sequence).Count
            < attempt.PieceHashes.Count
        )
        {
            return held with { Code = FrameCode.PiecesMissing };
        }

        SealedStore.Fill(
            scope.Session,
            tender.Key,
            attempt with
            {
                Header = bytes,
                Envelope = header.Id,
                Signature = signature,
            }
        );
        return held;
    }

    private static FrameAnswer Withdraw(
        TurnScope scope,
        TenderState tender,
        RecordState record,
        Frame frame,
        Attempt? attempt
    )
    {
        var id = EntryCodec.WithdrawalId(record.NoticeHash, frame.SlotPoint, frame.Sequence);
        if (!SealKey.Verifies(frame.SlotPoint, id, frame.Data) || attempt is { Kind: SubmissionKind.Commit })
        {
            return Say(scope, FrameCode.NotOfNotice);
        }

        if (attempt is null)
        {
            SealedStore.Begin(scope.Session, tender.Key, frame.SlotPoint, frame.Sequence, SubmissionKind.Withdraw, []);
            attempt = SealedStore.Find(scope.Session, tender.Key, frame.SlotPoint, frame.Sequence)!;
            SealedStore.Fill(scope.Session, tender.Key, attempt with { Envelope = id, Signature = frame.Data });
        }

        return Held(scope, tender, attempt);
    }

    private static FrameAnswer Standing(TurnScope scope, TenderState tender, RecordState record, Attempt attempt) =>
        attempt.Entry is { } entry
            ? new FrameAnswer(FrameCode.Stored, scope.Now, [], ReceiptOf(scope.Session, tender, record, entry))
            : Held(scope, tender, attempt);

    private static FrameAnswer Held(TurnScope scope, TenderState tender, Attempt attempt)
    {
        var pieces = SealedStore.Pieces(scope.Session, tender.Key, attempt.Slot, attempt.Sequence);
        var held = Enumerable.Range(0, attempt.PieceHashes.Count).Select(pieces.ContainsKey).ToList();
        return new FrameAnswer(FrameCode.Open, scope.Now, FrameAnswer.WritePieces(held), null);
    }

    private static FrameAnswer Say(TurnScope scope, FrameCode code) => new(code, scope.Now, [], null);

    /// <summary>Subtrees of the record's tree, made from its leaves when they are asked for.</summary>
    private sealed class LeafTree(IReadOnlyList<byte[]> leaves) : ISubtreeHashes
    {
        public byte[] Hash(int level, long index) =>
            level == 0
                ? leaves[(int)index]
                : MerkleHash.OfNode(Hash(level - 1, index * 2), Hash(level - 1, (index * 2) + 1));
    }
}
