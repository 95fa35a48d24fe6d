using System.Globalization;
using System.Text;
using Approvals.Cases.Catalogue.Transfer;
using Approvals.Cases.Handling;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Organisations;
using Approvals.Server.Components.TrendChart;
using Approvals.Server.Reads.Supervise;
using Approvals.Server.Storage;
using Approvals.Server.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Supervise.Figures;

/// <summary>效能: units or persons compared over one, three or twelve months that end with the chosen one.</summary>
public sealed class IndexModel(FiguresQuery query, Platform platform, TimeProvider clock, ITexts texts) : PageModel
{
    public static IReadOnlyList<int> Spans { get; } = [1, 3, 12];

    private static readonly string[] Columns =
    [
        "received",
        "decided",
        "on-time",
        "early",
        "immediate",
        "used",
        "rating",
    ];

    /// <summary>2026-10; anything else is the current month.</summary>
    [BindProperty(SupportsGet = true, Name = "month")]
    public string? MonthText { get; set; }

    [BindProperty(SupportsGet = true, Name = "span")]
    public string? SpanText { get; set; }

    [BindProperty(SupportsGet = true, Name = "unit")]
    public string? UnitCode { get; set; }

    [BindProperty(SupportsGet = true, Name = "by")]
    public string? By { get; set; }

    public DateOnly Month { get; private set; }

    public int Span { get; private set; } = 1;

    public bool ByPerson => By == "person";

    public Approvals.Server.Reads.Supervise.Figures Figures { get; private set; } = null!;

    public IReadOnlyList<Unit> Units { get; private set; } = [];

    /// <summary>Null while nothing was decided.</summary>
    public TrendChartView? Chart { get; private set; }

    public IEnumerable<string> Heads => Columns.Select(column => texts["figures." + column].Plain);

    public string CsvAddress
    {
        get
        {
            KeyValuePair<string, string?>[] values =
            [
                new("handler", "csv"),
                new("month", Iso(Month)),
                new("span", Span.ToString(CultureInfo.InvariantCulture)),
                new("unit", UnitCode),
                new("by", By),
            ];
            return QueryString.Create(values).ToUriComponent();
        }
    }

    public static string Iso(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Units = platform.Readers.Read(Organisation.Units);
        await ReadAsync(cancellation);
        Chart = Figures.Trend.Count == 0 ? null : Draw(Figures.Trend);
    }

    /// <summary>The same lines as a table of other programs.</summary>
    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        string[] heads =
        [
            texts["figures.rank"].Plain,
            texts["supervise.unit"].Plain,
            .. ByPerson ? new[] { texts["figures.person"].Plain } : [],
            .. Heads,
        ];
        var lines = Figures.Lines.Select(
            (line, at) =>
                (IReadOnlyList<string>)
                    [
                        (at + 1).ToString(CultureInfo.InvariantCulture),
                        line.Unit,
                        .. ByPerson ? new[] { line.Person! } : [],
                        .. Cells(line.Figure, "0", ""),
                    ]
        );
        var csv = CsvText.Write([heads, .. lines]);
        return File(Encoding.UTF8.GetBytes(csv), "text/csv; charset=utf-8", $"figures-{Iso(Month)}.csv");
    }

    /// <summary>One line's figures in the order of the heads.</summary>
    /// <param name="count">How counts are written.</param>
    /// <param name="percent">What follows a rate.</param>
    public static IReadOnlyList<string> Cells(Figure figure, string count, string percent) =>
        [
            figure.Received.ToString(count, CultureInfo.InvariantCulture),
            figure.Decided.ToString(count, CultureInfo.InvariantCulture),
            Rate(figure.OnTimeRate, percent),
            Rate(figure.EarlyRate, percent),
            Rate(figure.ImmediateRate, percent),
            Rate(figure.UsedShare, percent),
            Rate(figure.Satisfaction, ""),
        ];

    private static string Rate(decimal? rate, string unit) =>
        rate is { } value ? value.ToString("0.0", CultureInfo.InvariantCulture) + unit : "—";

    private async Task ReadAsync(CancellationToken cancellation)
    {
        var today = CivilTime.DateOf(clock.GetUtcNow());
        Month = DateOnly.TryParseExact(MonthText + "-01", "yyyy-MM-dd", out var month)
            ? month
            : new DateOnly(today.Year, today.Month, 1);
        Span = int.TryParse(SpanText, CultureInfo.InvariantCulture, out var span) && Spans.Contains(span) ? span : 1;
        var filter = new FigureFilter(
            Month.AddMonths(1 - Span),
            Month.AddMonths(1).AddDays(-1),
            string.IsNullOrEmpty(UnitCode) ? null : UnitCode,
            ByPerson
        );
        Figures = await query.ReadAsync(filter, cancellation);
    }

    private TrendChartView Draw(IReadOnlyList<MonthKept> months)
    {
        var rates = months.Select(month => month.Kept.Rate!.Value).ToList();
        var low = Math.Min(95, Math.Floor(rates.Min() / 5) * 5);
        (int, string)[] labels =
            months.Count == 1 ? [(0, Name(months[0]))] : [(0, Name(months[0])), (months.Count - 1, Name(months[^1]))];
        return TrendChartView.OfRates(
            texts["supervise.rate"].Plain,
            texts["supervise.rate-unit"].Plain,
            texts[
                "supervise.rate-sentence",
                ("months", months.Count),
                ("rate", rates[^1]),
                ("decided", months.Sum(month => month.Kept.Decided))
            ].Plain,
            rates,
            low,
            labels
        );
    }

    private string Name(MonthKept month) => texts["supervise.month", ("month", month.Month.Month)].Plain;
}
