using Approvals.Cases.Handling;
using Approvals.Kernel.Calendar;
using Approvals.Server.Components.TrendChart;
using Approvals.Server.Reads.Supervise;
using Approvals.Server.Texts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Supervise.Board;

/// <summary>监察看板: every case is seen, none can be changed from here.</summary>
public sealed class IndexModel(
    BoardQuery boards,
    AlarmsQuery alarms,
    TrendsQuery trends,
    WorkingCalendar calendar,
    ITexts texts
) : PageModel
{
    private const int AlarmsShown = 8;

    public Approvals.Server.Reads.Supervise.Board Board { get; private set; } = null!;

    public IReadOnlyList<AlarmLine> Alarms { get; private set; } = [];

    /// <summary>Cases that became overdue today.</summary>
    public int LateToday { get; private set; }

    /// <summary>Only what there is data for.</summary>
    public IReadOnlyList<TrendChartView> Charts { get; private set; } = [];

    public string UnitName(string code) =>
        Board.Units.FirstOrDefault(row => row.Unit.Code == code)?.Unit.ShortName ?? code;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Board = await boards.ReadAsync(cancellation);
        Alarms = await alarms.LatestAsync(AlarmsShown, cancellation);
        LateToday = await alarms.CountTodayAsync(CaseClocks.OverdueRule, cancellation);
        var data = await trends.ReadAsync(cancellation);
        Charts = [.. Received(data.Received), .. Rate(data.Kept)];
    }

    private IEnumerable<TrendChartView> Received(IReadOnlyList<DayCount> days)
    {
        var total = days.Sum(day => day.Count);
        if (total == 0)
        {
            yield break;
        }

        var most = days.MaxBy(day => day.Count)!;
        var makeUp = days.ToList().FindIndex(day => calendar.KindOf(day.Day) == DayKind.MakeUpWorkday);
        (int, string)[] labels =
        [
            (0, Short(days[0].Day)),
            .. makeUp > 2 && makeUp < days.Count - 3 ? new[] { (makeUp, texts["supervise.make-up"].Plain) } : [],
            (days.Count - 1, texts["supervise.today"].Plain),
        ];
        yield return TrendChartView.OfCounts(
            texts["supervise.received"].Plain,
            texts["supervise.received-unit"].Plain,
            texts[
                "supervise.received-sentence",
                ("days", days.Count),
                ("total", total),
                ("day", texts.Day(most.Day).Plain),
                ("most", most.Count)
            ].Plain,
            [.. days.Select(day => day.Count)],
            index =>
                index == days.Count - 1 ? "now"
                : calendar.IsWorkingDay(days[index].Day) ? "on"
                : null,
            labels
        );
    }

    private IEnumerable<TrendChartView> Rate(IReadOnlyList<MonthKept> months)
    {
        if (months.Count == 0)
        {
            yield break;
        }

        var rates = months.Select(month => month.Kept.Rate!.Value).ToList();
        var low = Math.Min(95, Math.Floor(rates.Min() / 5) * 5 == 100 ? 95 : Math.Floor(rates.Min() / 5) * 5);
        (int, string)[] labels =
            months.Count == 1
                ? [(0, MonthName(months[0]))]
                : [(0, MonthName(months[0])), (months.Count - 1, MonthName(months[^1]))];
        yield return TrendChartView.OfRates(
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

    private string MonthName(MonthKept month) => texts["supervise.month", ("month", month.Month.Month)].Plain;

    private static string Short(DateOnly day) =>
        day.ToString("M-dd", System.Globalization.CultureInfo.InvariantCulture);
}
