using System.Globalization;
using Approvals.Cases.Handling;
using Approvals.Server.Storage;
using Approvals.Server.Storage.Reads;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Server.Reads.Supervise;

/// <summary>效能 of units or persons over whole months, ranked, and the on-time rate of the last twelve months.</summary>
public sealed class FiguresQuery(PlatformReads reads, Platform platform)
{
    public const int TrendMonths = 12;

    public async Task<Figures> ReadAsync(FigureFilter filter, CancellationToken cancellation)
    {
        var groups = await Of(filter.First, filter.Last, filter.Unit)
            .GroupBy(row => new { row.Unit, row.Doer })
            .Select(group => new
            {
                group.Key.Unit,
                group.Key.Doer,
                Figure = new Figure(
                    group.Sum(row => row.Received),
                    group.Sum(row => row.Decided),
                    group.Sum(row => row.OnTime),
                    group.Sum(row => row.Early),
                    group.Sum(row => row.Immediate),
                    group.Sum(row => row.UsedDays),
                    group.Sum(row => row.LegalDays),
                    group.Sum(row => row.Rated),
                    group.Sum(row => row.Stars)
                ),
            })
            .ToListAsync(cancellation);
        var units = platform
            .Readers.Read(Organisation.Units)
            .ToDictionary(unit => unit.Code, unit => unit.Name, StringComparer.Ordinal);
        var names = filter.ByPerson
            ? await NamesAsync([.. groups.Select(group => group.Doer).Distinct()], cancellation)
            : [];
        var lines = groups
            .Where(group => !filter.ByPerson || group.Doer.Length > 0)
            .GroupBy(group => (group.Unit, Doer: filter.ByPerson ? group.Doer : ""))
            .Select(group => new FigureLine(
                group.Key.Unit,
                units.GetValueOrDefault(group.Key.Unit, group.Key.Unit),
                filter.ByPerson ? names.GetValueOrDefault(group.Key.Doer, group.Key.Doer) : null,
                group.Select(each => each.Figure).Aggregate(Figure.Add)
            ));
        return new Figures(Ranked(lines), await TrendAsync(filter, cancellation));
    }

    /// <summary>按时率, then 提前率, then how much was decided; what decided nothing comes last.</summary>
    private static List<FigureLine> Ranked(IEnumerable<FigureLine> lines) =>
        [
            .. lines
                .OrderByDescending(line => line.Figure.OnTimeRate ?? -1)
                .ThenByDescending(line => line.Figure.EarlyRate ?? -1)
                .ThenByDescending(line => line.Figure.Decided)
                .ThenBy(line => line.UnitCode, StringComparer.Ordinal)
                .ThenBy(line => line.Person, StringComparer.Ordinal),
        ];

    private IQueryable<FigureRead> Of(DateOnly first, DateOnly last, string? unit)
    {
        var (from, to) = (CaseFigures.DayOf(first), CaseFigures.DayOf(last));
        var rows = reads.Figures.Where(row => row.Day >= from && row.Day <= to);
        return string.IsNullOrEmpty(unit) ? rows : rows.Where(row => row.Unit == unit);
    }

    private async Task<IReadOnlyList<MonthKept>> TrendAsync(FigureFilter filter, CancellationToken cancellation)
    {
        var last = new DateOnly(filter.Last.Year, filter.Last.Month, 1);
        var rows = await Of(last.AddMonths(1 - TrendMonths), filter.Last, filter.Unit)
            .GroupBy(row => row.Day / 100)
            .Select(group => new
            {
                Month = group.Key,
                Decided = group.Sum(row => row.Decided),
                OnTime = group.Sum(row => row.OnTime),
            })
            .ToListAsync(cancellation);
        return
        [
            .. rows.Where(row => row.Decided > 0)
                .OrderBy(row => row.Month)
                .Select(row => new MonthKept(MonthOf(row.Month), new Kept(row.Decided, row.OnTime))),
        ];
    }

    private async Task<Dictionary<string, string>> NamesAsync(string[] doers, CancellationToken cancellation)
    {
        var keys = doers
            .Where(doer => doer.StartsWith("p:", StringComparison.Ordinal))
            .Select(doer => long.Parse(doer.AsSpan(2), CultureInfo.InvariantCulture))
            .ToArray();
        var people = await reads
            .People.Where(person => keys.Contains(person.Key))
            .Select(person => new { person.Key, person.Name })
            .ToListAsync(cancellation);
        return people.ToDictionary(
            person => Organisation.ActorId(person.Key),
            person => person.Name,
            StringComparer.Ordinal
        );
    }

    /// <summary>The first day of a month that is written 202610.</summary>
    internal static DateOnly MonthOf(int month) => new(month / 100, month % 100, 1);
}

/// <param name="First">Of a month.</param>
/// <param name="Last">The last day counted, this one included.</param>
/// <param name="Unit">Code of the only unit; null for all.</param>
public sealed record FigureFilter(DateOnly First, DateOnly Last, string? Unit, bool ByPerson);

/// <param name="Trend">On-time rate by month, the oldest first; months without decisions are left out.</param>
public sealed record Figures(IReadOnlyList<FigureLine> Lines, IReadOnlyList<MonthKept> Trend);

/// <param name="Person">Null when units are compared.</param>
public sealed record FigureLine(string UnitCode, string Unit, string? Person, Figure Figure);

/// <summary>Counts, and the rates that follow from them; a rate of nothing is null.</summary>
public sealed record Figure(
    int Received,
    int Decided,
    int OnTime,
    int Early,
    int Immediate,
    int UsedDays,
    int LegalDays,
    int Rated,
    int Stars
)
{
    public decimal? OnTimeRate => Percent(OnTime, Decided);

    /// <summary>提前办结率.</summary>
    public decimal? EarlyRate => Percent(Early, Decided);

    /// <summary>即办率.</summary>
    public decimal? ImmediateRate => Percent(Immediate, Decided);

    /// <summary>平均用时占法定时限.</summary>
    public decimal? UsedShare => Percent(UsedDays, LegalDays);

    /// <summary>好差评 of five, one decimal.</summary>
    public decimal? Satisfaction => Rated == 0 ? null : Math.Round((decimal)Stars / Rated, 1);

    public static Figure Add(Figure one, Figure other) =>
        new(
            one.Received + other.Received,
            one.Decided + other.Decided,
            one.OnTime + other.OnTime,
            one.Early + other.Early,
            one.Immediate + other.Immediate,
            one.UsedDays + other.UsedDays,
            one.LegalDays + other.LegalDays,
            one.Rated + other.Rated,
            one.Stars + other.Stars
        );

    private static decimal? Percent(int part, int whole) => whole == 0 ? null : Math.Round(100m * part / whole, 1);
}
