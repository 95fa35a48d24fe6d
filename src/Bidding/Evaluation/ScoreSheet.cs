using System.Collections.Immutable;
using System.Globalization;
using Approvals.Bidding.Sealing.Wire;
using Approvals.Credentials.Sealing;

namespace Approvals.Bidding.Evaluation;

/// <summary>One expert's technical scores: per bid, by slot, its points. Committed before anybody sees another's.</summary>
/// <param name="Points">Canonical decimals, in the order of slots.</param>
public sealed record ScoreSheet(ImmutableArray<(string Slot, decimal Points)> Points)
{
    private const int MostBids = 1024;

    /// <summary><c>H(tender ‖ expert ‖ version ‖ prev ‖ salt32 ‖ sheet)</c>.</summary>
    /// <param name="previous">The commitment of the version before, 32 zeros for the first.</param>
    public static byte[] CommitmentTo(
        byte[] noticeHash,
        int expert,
        int version,
        byte[] previous,
        byte[] salt,
        byte[] sheet
    ) =>
        SealHash.Hash(
            "score",
            noticeHash,
            new WireWriter().Short(expert).Short(version).ToArray(),
            previous,
            salt,
            sheet
        );

    public byte[] Write()
    {
        var writer = new WireWriter().Short(Points.Length);
        foreach (var (slot, points) in Points)
        {
            writer.Text(slot).Text(points.ToString(CultureInfo.InvariantCulture));
        }

        return writer.ToArray();
    }

    /// <summary>The sheet, or null when it isn't in its one form.</summary>
    public static ScoreSheet? Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new WireReader(bytes);
        var points = ImmutableArray.CreateBuilder<(string, decimal)>();
        for (var left = Math.Min(reader.Short(), MostBids); left > 0 && !reader.HasFailed; left--)
        {
            var slot = reader.Text();
            var text = reader.Text();
            if (
                !decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
                || value.ToString(CultureInfo.InvariantCulture) != text
            )
            {
                return null;
            }

            points.Add((slot, value));
        }

        return reader.IsWhole ? new ScoreSheet(points.ToImmutable()) : null;
    }
}
