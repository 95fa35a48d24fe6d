using Approvals.Credentials.Transparency;
using Approvals.Credentials.Verification;

namespace Approvals.Server.Transparency;

/// <summary>
/// Checks a whole published log with nothing but its key: the checkpoint's signature, every tile, the root, and that an older
/// checkpoint is the beginning of it. Each fault is a sentence that names the place.
/// </summary>
/// <param name="trust">The roots of timestamps; null leaves those of the log unchecked.</param>
public sealed class LogAudit(ILogSource log, NoteVerifier key, Trust? trust = null)
{
    private readonly List<string> faults = [];

    /// <param name="older">A checkpoint somebody kept: the signed note as text.</param>
    public async Task<LogFindings> RunAsync(string? older = null)
    {
        var published = await log.CheckpointAsync();
        var newest = Accepted(published, "The checkpoint");
        var kept = older is null ? null : Accepted(older, "The older checkpoint");
        if (newest is not null && kept is not null && kept.Size > newest.Size)
        {
            faults.Add($"The log has {newest.Size} entries; the older checkpoint had {kept.Size}.");
        }
        else if (newest is not null)
        {
            await CheckTreeAsync(newest, kept);
        }

        var stampedAt = newest is null || trust is null ? null : await StampedAtAsync(published!, newest.Size, trust);
        return new LogFindings(newest, kept, faults, stampedAt);
    }

    private async Task<DateTimeOffset?> StampedAtAsync(string note, long size, Trust roots)
    {
        if (await log.TimestampAsync(size) is not { } token)
        {
            faults.Add("The checkpoint has no timestamp.");
            return null;
        }

        var (at, wrong) = CheckpointTimestamp.Check(note, token, roots);
        faults.AddRange(wrong.Select(each => $"The timestamp of the checkpoint: {each.Detail}"));
        return at;
    }

    private Checkpoint? Accepted(string? text, string what)
    {
        if (text is null)
        {
            faults.Add($"{what} is missing.");
            return null;
        }

        if (SignedNote.Parse(text) is not { } note || Checkpoint.Parse(note.Text) is not { } checkpoint)
        {
            faults.Add($"{what} is not a signed checkpoint.");
            return null;
        }

        if (!key.Accepts(note) || checkpoint.Origin != key.Name)
        {
            faults.Add($"{what} is not signed by {key.Name}.");
            return null;
        }

        return checkpoint;
    }

    private async Task CheckTreeAsync(Checkpoint newest, Checkpoint? kept)
    {
        var tree = new TreeFrontier();
        var made = new Dictionary<(int Level, long Index), List<byte[]>>();
        CompareKept(tree, kept);
        for (var index = 0L; tree.Size < newest.Size; index++)
        {
            var width = (int)Math.Min(TileAddress.FullWidth, newest.Size - tree.Size);
            if (await TileAsync(new(0, index, width)) is not { } leaves)
            {
                return;
            }

            foreach (var leaf in leaves.Chunk(MerkleHash.Length))
            {
                tree.Append(leaf, (level, at, hash) => Collect(made, level, at, hash));
                CompareKept(tree, kept);
            }

            await CompareUpperAsync(made, tree.Size == newest.Size);
        }

        if (!tree.Root().AsSpan().SequenceEqual(newest.Root.Span))
        {
            faults.Add($"The {newest.Size} leaves do not lead to the root of the checkpoint.");
        }
    }

    private void CompareKept(TreeFrontier tree, Checkpoint? kept)
    {
        if (kept is not null && tree.Size == kept.Size && !tree.Root().AsSpan().SequenceEqual(kept.Root.Span))
        {
            faults.Add($"The first {kept.Size} entries are not those of the older checkpoint.");
        }
    }

    private static void Collect(Dictionary<(int, long), List<byte[]>> made, int level, long index, byte[] hash)
    {
        var (tileLevel, height) = Math.DivRem(level, TileAddress.HeightBits);
        if (height == 0 && tileLevel is > 0 and <= TileAddress.HighestLevel)
        {
            var place = (tileLevel, index / TileAddress.FullWidth);
            if (!made.TryGetValue(place, out var hashes))
            {
                made[place] = hashes = [];
            }

            hashes.Add(hash);
        }
    }

    /// <summary>Upper tiles say again what the leaves say; each is compared when it is full, and the rest at the end.</summary>
    private async Task CompareUpperAsync(Dictionary<(int Level, long Index), List<byte[]>> made, bool isEnd)
    {
        foreach (var (place, hashes) in made.Where(each => isEnd || each.Value.Count == TileAddress.FullWidth).ToList())
        {
            made.Remove(place);
            var address = new TileAddress(place.Level, place.Index, hashes.Count);
            if (await TileAsync(address) is not { } published)
            {
                continue;
            }

            for (var i = 0; i < hashes.Count; i++)
            {
                if (!published.AsSpan(i * MerkleHash.Length, MerkleHash.Length).SequenceEqual(hashes[i]))
                {
                    faults.Add($"{address.Path}: hash {i} is not what its leaves say.");
                }
            }
        }
    }

    private async Task<byte[]?> TileAsync(TileAddress address)
    {
        var tile = await log.TileAsync(address);
        if (tile is null)
        {
            faults.Add($"{address.Path} is missing or too short.");
        }

        return tile;
    }
}

/// <param name="Newest">Null when there is no checkpoint that the key accepts.</param>
/// <param name="Older">The kept checkpoint, when one was given and the key accepts it.</param>
/// <param name="StampedAt">When the newest checkpoint was there, by its timestamp; null when that was not asked for or does not hold.</param>
public sealed record LogFindings(
    Checkpoint? Newest,
    Checkpoint? Older,
    IReadOnlyList<string> Faults,
    DateTimeOffset? StampedAt = null
);
