using System.Collections.Immutable;
using Approvals.Bidding.Sealing.Envelopes;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Sealing.Record;
using Approvals.Bidding.Tenders;
using Approvals.Credentials.Sealing;
using Approvals.Kernel;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;

namespace Approvals.Bidding.Handling;

/// <summary>Entries that need several holders: each signs for itself, and the last needed signature appends them.</summary>
internal sealed class HolderWords(TenderRecords records)
{
    private const int FewestSigners = 3;
    private static readonly int All = Enum.GetValues<HolderRole>().Length;

    private static readonly SqlText Put = new(
        "INSERT OR REPLACE INTO tender_word (tender, kind, digest, role, at, signature) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
    );

    private static readonly SqlText Of = new(
        "SELECT role, at, signature FROM tender_word WHERE tender = ?1 AND kind = ?2 AND digest = ?3 ORDER BY role"
    );

    private static readonly SqlText Forget = new("DELETE FROM tender_word WHERE tender = ?1 AND kind = ?2");

    private enum Kind
    {
        Notice = 1,
        Frozen = 2,
        Checkpoint = 3,
    }

    /// <summary>The whole entry once all four have signed the notice; until then null without a rejection.</summary>
    public static (NoticePublished? Whole, Rejection? Rejection) Sign(
        TurnScope scope,
        TenderState tender,
        Notice draft,
        NoticePublished said
    )
    {
        var digest = EntryCodec.ToSign(draft.Hash, null, said);
        foreach (var word in said.Signatures)
        {
            if (
                !tender.Holders.TryGetValue(word.Role, out var holder)
                || !SealKey.Verifies(holder.SigningPoint, digest, word.Signature)
            )
            {
                return (null, Rejection.Of("sealing.signature"));
            }

            scope.Session.Execute(Put, tender.Key, (int)Kind.Notice, digest, (int)word.Role, scope.Now, word.Signature);
        }

        var signed = Collected(scope, tender, Kind.Notice, digest);
        return signed.Count < All
            ? (null, null)
            : (new NoticePublished(scope.Now, said.Notice, [.. signed.Select(each => each.ToSignature())]), null);
    }

    /// <summary>A cosignature of the newest tree; the third one makes the checkpoint.</summary>
    public Rejection? Cosign(TurnScope scope, TenderState tender, Checkpoint said)
    {
        var record = records.InTurn(scope, tender.Record);
        if (
            record.Notice is not { } notice
            || said.Size != record.Leaves.Count
            || !PieceTree.RootOf(record.Leaves).AsSpan().SequenceEqual(said.Root)
        )
        {
            return Rejection.Of("sealing.tree");
        }

        foreach (var word in said.Cosignatures)
        {
            var digest = EntryCodec.CosignatureToSign(record.NoticeHash, said.Size, said.Root, word.At);
            if (!SealKey.Verifies(notice.HolderOf(word.Role).SigningPoint, digest, word.Signature))
            {
                return Rejection.Of("sealing.signature");
            }

            scope.Session.Execute(
                Put,
                tender.Key,
                (int)Kind.Checkpoint,
                said.Root,
                (int)word.Role,
                word.At,
                word.Signature
            );
        }

        var signed = Collected(scope, tender, Kind.Checkpoint, said.Root);
        if (signed.Count < FewestSigners)
        {
            return null;
        }

        scope.Session.Execute(Forget, tender.Key, (int)Kind.Checkpoint);
        ImmutableArray<Cosignature> cosignatures =
        [
            .. signed.Select(each => new Cosignature(each.Role, each.At, each.Signature)),
        ];
        return records.Append(scope, tender.Record, new Checkpoint(scope.Now, said.Size, said.Root, cosignatures));
    }

    /// <summary>A signature under F; the third one freezes the set.</summary>
    public Rejection? Freeze(TurnScope scope, TenderState tender, SetFrozen said)
    {
        var record = records.InTurn(scope, tender.Record);
        if (record.Phase != RecordPhase.Frozen)
        {
            return Rejection.Of("sealing.out-of-order");
        }

        var digest = EntryCodec.ToSign(record.NoticeHash, null, said);
        foreach (var word in said.Signatures)
        {
            if (
                !SealKey.Verifies(record.Notice!.HolderOf(word.Role).SigningPoint, digest, word.Signature)
                || !record.Set!.Root.AsSpan().SequenceEqual(said.Root)
            )
            {
                return Rejection.Of("sealing.set");
            }

            scope.Session.Execute(
                Put,
                tender.Key,
                (int)Kind.Frozen,
                said.Root,
                (int)word.Role,
                scope.Now,
                word.Signature
            );
        }

        var signed = Collected(scope, tender, Kind.Frozen, said.Root);
        return signed.Count < FewestSigners
            ? null
            : records.Append(
                scope,
                tender.Record,
                new SetFrozen(scope.Now, said.Root, [.. signed.Select(each => each.ToSignature())])
            );
    }

    private static List<Word> Collected(TurnScope scope, TenderState tender, Kind kind, byte[] digest)
    {
        var found = new List<Word>();
        using var rows = scope.Session.Query(Of, tender.Key, (int)kind, digest);
        while (rows.Next())
        {
            found.Add(new Word((HolderRole)rows.Integer(0), rows.Instant(1), rows.Blob(2).ToArray()));
        }

        return found;
    }

    private sealed record Word(HolderRole Role, DateTimeOffset At, byte[] Signature)
    {
        public HolderSignature ToSignature() => new(Role, Signature);
    }
}
