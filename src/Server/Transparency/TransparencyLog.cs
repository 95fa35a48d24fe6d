using Approvals.Credentials.Transparency;

namespace Approvals.Server.Transparency;

/// <summary>What pages ask of the log: its newest checkpoint, and proofs that a leaf is in it.</summary>
public sealed class TransparencyLog(LogFolder folder)
{
    public LogFolder Folder { get; } = folder;

    /// <summary>The newest checkpoint with the note that signs it; null before the first.</summary>
    public (Checkpoint Checkpoint, string Note)? Newest() =>
        Folder.ReadCheckpoint() is { } text
        && SignedNote.Parse(text) is { } note
        && Checkpoint.Parse(note.Text) is { } checkpoint
            ? (checkpoint, text)
            : null;

    /// <summary>The proof of the leaf with this index, from 0; null when the newest checkpoint does not cover it yet.</summary>
    public LeafProof? Prove(long index)
    {
        if (Newest() is not var (checkpoint, note) || index < 0 || index >= checkpoint.Size)
        {
            return null;
        }

        var hashes = new TiledHashes(checkpoint.Size, Tile);
        return new LeafProof(
            hashes.Hash(0, index),
            InclusionProof.Create(index, checkpoint.Size, hashes),
            checkpoint,
            note
        );
    }

    private ReadOnlyMemory<byte> Tile(TileAddress address) =>
        Folder.ReadTile(address) ?? throw new InvalidDataException($"The log has no {address.Path}.");
}

/// <summary>A leaf with its way to a signed root.</summary>
/// <param name="Leaf">Its hash, 32 octets.</param>
/// <param name="Note">The checkpoint as the log signed it.</param>
public sealed record LeafProof(byte[] Leaf, InclusionProof Proof, Checkpoint Checkpoint, string Note)
{
    public bool Holds => Proof.Verify(Leaf, Checkpoint.Root.Span);
}
