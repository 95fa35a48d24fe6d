using System.Collections.Frozen;
using Approvals.Workflow.Feel.Syntax;

namespace Approvals.Workflow.Feel.Functions;

/// <summary>The registry of built-in functions: every one is named here, once.</summary>
internal static class BuiltIns
{
    private static readonly BuiltIn[] All =
    [
        Not.Function,
        StringConversion.Function,
        NumberConversion.Function,
        DateConversion.Function,
        TimeConversion.Function,
        DateTimeConversion.Function,
        DurationConversion.Duration,
        DurationConversion.YearsAndMonths,
        RangeConversion.Function,
        TextSearch.Contains,
        TextSearch.StartsWith,
        TextSearch.EndsWith,
        Letters.StringLength,
        Letters.UpperCase,
        Letters.LowerCase,
        Substrings.Substring,
        Substrings.Before,
        Substrings.After,
        Patterns.Matches,
        Patterns.Replace,
        Patterns.Split,
        StringJoin.Function,
        Aggregates.Count,
        Aggregates.Min,
        Aggregates.Max,
        Aggregates.Sum,
        Aggregates.Product,
        Aggregates.Mean,
        Statistics.Median,
        Statistics.Stddev,
        Statistics.Mode,
        Quantifiers.All,
        Quantifiers.AnyTrue,
        Lists.Append,
        Lists.Concatenate,
        Lists.Reverse,
        Lists.Flatten,
        ListEdits.Sublist,
        ListEdits.InsertBefore,
        ListEdits.Remove,
        ListEdits.ListReplace,
        ListSearch.ListContains,
        ListSearch.Positions,
        ListSearch.DistinctValues,
        ListSearch.Union,
        Sort.Ordered,
        Rounding.Decimal,
        Rounding.Floor,
        Rounding.Ceiling,
        Rounding.RoundUp,
        Rounding.RoundDown,
        Rounding.RoundHalfUp,
        Rounding.RoundHalfDown,
        Numerics.Abs,
        Numerics.Modulo,
        Numerics.Sqrt,
        Numerics.Log,
        Numerics.Exp,
        Numerics.Odd,
        Numerics.Even,
        CalendarFields.DayOfYear,
        CalendarFields.DayOfWeek,
        CalendarFields.MonthOfYear,
        CalendarFields.WeekOfYear,
        Clock.Now,
        Clock.Today,
        Is.Function,
        Contexts.GetValue,
        Contexts.GetEntries,
        Contexts.FromEntries,
        Contexts.Put,
        Contexts.Merge,
        Intervals.Before,
        Intervals.After,
        Intervals.Meets,
        Intervals.MetBy,
        Intervals.Overlaps,
        Intervals.OverlapsBefore,
        Intervals.OverlapsAfter,
        Intervals.Finishes,
        Intervals.FinishedBy,
        Intervals.Includes,
        Intervals.During,
        Intervals.Starts,
        Intervals.StartedBy,
        Intervals.Coincides,
        WorkingDays.Add,
        WorkingDays.Between,
        WorkingDays.IsWorkingDay,
    ];

    private static readonly FrozenDictionary<string, BuiltIn> ByName = All.ToFrozenDictionary(
        function => function.Name,
        StringComparer.Ordinal
    );

    /// <summary>Those of several words, for the parser.</summary>
    public static NameTable Names { get; } = MakeNames();

    public static BuiltIn? Find(string name) => ByName.GetValueOrDefault(name);

    private static NameTable MakeNames()
    {
        var names = new NameTable();
        foreach (var function in All)
        {
            names.Add(function.Name);
        }

        return names;
    }
}
