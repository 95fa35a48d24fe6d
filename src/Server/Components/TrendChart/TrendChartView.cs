namespace Approvals.Server.Components.TrendChart;

/// <summary>
/// A small chart drawn on the server with its labels beside the data: bars for counts, a line for rates. Coordinates are those of
/// a box of 300 × 150.
/// </summary>
/// <param name="Sentence">What the picture shows, for readers who don't see it.</param>
public sealed record TrendChartView(
    string Title,
    string Unit,
    string Sentence,
    IReadOnlyList<ChartBar> Bars,
    IReadOnlyList<ChartPoint> Points,
    IReadOnlyList<ChartGuide> Guides,
    IReadOnlyList<ChartLabel> Labels
)
{
    public const int Left = 34;
    public const int Right = 272;
    public const int Top = 24;
    public const int Bottom = 118;

    public string Path =>
        string.Join(' ', Points.Select((point, index) => $"{(index == 0 ? 'M' : 'L')}{point.X} {point.Y}"));

    /// <param name="look">By index: the class of a bar, or null for a day without work, which is a gap.</param>
    public static TrendChartView OfCounts(
        string title,
        string unit,
        string sentence,
        IReadOnlyList<int> counts,
        Func<int, string?> look,
        IReadOnlyList<(int Index, string Words)> labels
    )
    {
        var most = Math.Max(1, counts.Max());
        var step = (double)(Right - Left) / counts.Count;
        var bars = counts.Select(
            (count, index) =>
            {
                var height = (int)Math.Round((Bottom - Top) * (double)count / most);
                return new ChartBar(
                    (int)(Left + (index * step)),
                    Bottom - height,
                    Math.Max(2, (int)(step * 0.72)),
                    height,
                    look(index) ?? "off"
                );
            }
        );
        return new TrendChartView(
            title,
            unit,
            sentence,
            [.. bars],
            [],
            [new ChartGuide(Top, most.ToString(System.Globalization.CultureInfo.InvariantCulture))],
            [.. labels.Select(label => new ChartLabel((int)(Left + ((label.Index + 0.4) * step)), label.Words))]
        );
    }

    /// <param name="low">The value at the lower guide; values below it stand on it.</param>
    public static TrendChartView OfRates(
        string title,
        string unit,
        string sentence,
        IReadOnlyList<decimal> rates,
        decimal low,
        IReadOnlyList<(int Index, string Words)> labels
    )
    {
        int X(int index) => rates.Count == 1 ? Right : Left + ((Right - Left) * index / (rates.Count - 1));
        int Y(decimal rate) => Bottom - (int)((Bottom - Top) * (Math.Max(rate, low) - low) / (100 - low));
        return new TrendChartView(
            title,
            unit,
            sentence,
            [],
            [
                .. rates.Select(
                    (rate, index) =>
                        new ChartPoint(
                            X(index),
                            Y(rate),
                            index == rates.Count - 1
                                ? rate.ToString("0.#", System.Globalization.CultureInfo.InvariantCulture)
                                : null
                        )
                ),
            ],
            [
                new ChartGuide(Top, "100"),
                new ChartGuide(Bottom, low.ToString("0.#", System.Globalization.CultureInfo.InvariantCulture)),
            ],
            [.. labels.Select(label => new ChartLabel(X(label.Index), label.Words))]
        );
    }
}

/// <param name="Look"><c>on</c>, <c>now</c> (today, unfinished) or <c>off</c> (no working day).</param>
public sealed record ChartBar(int X, int Y, int Width, int Height, string Look);

/// <param name="Words">The value, at the last point only.</param>
public sealed record ChartPoint(int X, int Y, string? Words);

public sealed record ChartGuide(int Y, string Words);

public sealed record ChartLabel(int X, string Words);
