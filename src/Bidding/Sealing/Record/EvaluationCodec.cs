using System.Collections.Immutable;
using System.Globalization;
using Approvals.Bidding.Sealing.Wire;
using Approvals.Credentials.Sealing;

namespace Approvals.Bidding.Sealing.Record;

/// <summary>The entries of the evaluation as bytes, kinds 20 to 27.</summary>
internal static class EvaluationCodec
{
    public static byte KindOf(RecordEntry entry) =>
        entry switch
        {
            PoolCommitted => 20,
            ExpertsExcluded => 21,
            PublicValueFixed => 22,
            ExpertsDrawn => 23,
            ScoreCommitted => 24,
            ScoreOpened => 25,
            LotRanked => 26,
            DrawOpened => 27,
            _ => throw new ArgumentOutOfRangeException(nameof(entry), entry, "An entry without a kind."),
        };

    public static void WriteSaid(WireWriter writer, RecordEntry entry)
    {
        switch (entry)
        {
            case PoolCommitted pool:
                writer.Int(pool.Leaves.Length);
                foreach (var leaf in pool.Leaves)
                {
                    writer.Fixed(leaf);
                }

                writer.Fixed(pool.StationCommitment).Fixed(pool.SupervisorCommitment);
                break;
            case ExpertsExcluded excluded:
                Numbers(writer, excluded.Indexes);
                break;
            case PublicValueFixed value:
                writer.Text(value.Value);
                break;
            case ExpertsDrawn drawn:
                Numbers(writer, drawn.Members);
                Numbers(writer, drawn.Refused);
                break;
            case ScoreCommitted committed:
                writer.Short(committed.Expert).Short(committed.Version).Fixed(committed.Commitment);
                break;
            case ScoreOpened opened:
                writer.Short(opened.Expert).Short(opened.Version).Fixed(opened.Salt).Block(opened.Sheet);
                break;
            case LotRanked ranked:
                writer.Short(ranked.Lot).Short(ranked.PriceWeight).Short(ranked.Lines.Length);
                foreach (var line in ranked.Lines)
                {
                    writer.Text(line.Slot).Text(line.Technical).Text(line.PriceScore).Text(line.Total);
                }

                break;
            case DrawOpened draw:
                writer.Fixed(draw.StationSeed).Fixed(draw.SupervisorSeed);
                break;
        }
    }

    public static void WriteSignature(WireWriter writer, RecordEntry entry)
    {
        if (
            entry switch
            {
                PoolCommitted pool => pool.Signature,
                ExpertsExcluded excluded => excluded.Signature,
                PublicValueFixed value => value.Signature,
                ExpertsDrawn drawn => drawn.Signature,
                _ => null,
            } is
            { } signature
        )
        {
            writer.Fixed(signature);
        }
    }

    public static RecordEntry? Read(byte kind, DateTimeOffset at, ref WireReader reader) =>
        kind switch
        {
            20 => new PoolCommitted(
                at,
                Leaves(ref reader),
                reader.Fixed(SealHash.Size),
                reader.Fixed(SealHash.Size),
                reader.Fixed(SealKey.SignatureSize)
            ),
            21 => new ExpertsExcluded(at, Numbers(ref reader), reader.Fixed(SealKey.SignatureSize)),
            22 => new PublicValueFixed(at, reader.Text(), reader.Fixed(SealKey.SignatureSize)),
            23 => new ExpertsDrawn(at, Numbers(ref reader), Numbers(ref reader), reader.Fixed(SealKey.SignatureSize)),
            24 => new ScoreCommitted(at, reader.Short(), reader.Short(), reader.Fixed(SealHash.Size)),
            25 => new ScoreOpened(at, reader.Short(), reader.Short(), reader.Fixed(SealHash.Size), reader.Block()),
            26 => new LotRanked(at, reader.Short(), reader.Short(), Lines(ref reader)),
            27 => new DrawOpened(at, reader.Fixed(SealHash.Size), reader.Fixed(SealHash.Size)),
            _ => null,
        };

    /// <summary>A score as it stands in rankings: two decimals.</summary>
    public static string ScoreText(decimal score) => score.ToString("0.00", CultureInfo.InvariantCulture);

    private static void Numbers(WireWriter writer, ImmutableArray<int> numbers)
    {
        writer.Short(numbers.Length);
        foreach (var number in numbers)
        {
            writer.Int(number);
        }
    }

    private static ImmutableArray<int> Numbers(ref WireReader reader)
    {
        var numbers = ImmutableArray.CreateBuilder<int>();
        for (var left = reader.Short(); left > 0 && !reader.HasFailed; left--)
        {
            numbers.Add(reader.Int());
        }

        return numbers.ToImmutable();
    }

    private static ImmutableArray<byte[]> Leaves(ref WireReader reader)
    {
        var leaves = ImmutableArray.CreateBuilder<byte[]>();
        for (var left = reader.Int(); left > 0 && !reader.HasFailed; left--)
        {
            leaves.Add(reader.Fixed(SealHash.Size));
        }

        return leaves.ToImmutable();
    }

    private static ImmutableArray<RankingLine> Lines(ref WireReader reader)
    {
        var lines = ImmutableArray.CreateBuilder<RankingLine>();
        for (var left = reader.Short(); left > 0 && !reader.HasFailed; left--)
        {
            lines.Add(new(reader.Text(), reader.Text(), reader.Text(), reader.Text()));
        }

        return lines.ToImmutable();
    }
}
