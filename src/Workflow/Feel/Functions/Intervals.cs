using Approvals.Workflow.Feel.Values;

namespace Approvals.Workflow.Feel.Functions;

/// <summary>
/// The relations of points and ranges (DMN 1.5 table 78, Allen's algebra). A point is the range from itself to itself; an
/// end that is null lies infinitely far out. Points that have no order give null.
/// </summary>
internal static class Intervals
{
    public static readonly BuiltIn Before = Points("before", static (a, b) => a.EndsBefore(b));
    public static readonly BuiltIn After = Points("after", static (a, b) => b.EndsBefore(a));
    public static readonly BuiltIn Meets = Ranges("meets", static (a, b) => Meet(a, b));
    public static readonly BuiltIn MetBy = Ranges("met by", static (a, b) => Meet(b, a));

    public static readonly BuiltIn Overlaps = Ranges("overlaps", static (a, b) => !a.EndsBefore(b) && !b.EndsBefore(a));

    public static readonly BuiltIn OverlapsBefore = Ranges("overlaps before", static (a, b) => OverlapBefore(a, b));
    public static readonly BuiltIn OverlapsAfter = Ranges("overlaps after", static (a, b) => OverlapBefore(b, a));

    public static readonly BuiltIn Finishes = PointOrRange(
        "finishes",
        static (a, b) => a.CompareEnds(b) == 0 && a.CompareStarts(b) >= 0
    );

    public static readonly BuiltIn FinishedBy = RangeOrPoint(
        "finished by",
        static (a, b) => a.CompareEnds(b) == 0 && a.CompareStarts(b) <= 0
    );

    public static readonly BuiltIn Includes = RangeOrPoint(
        "includes",
        static (a, b) => a.CompareStarts(b) <= 0 && a.CompareEnds(b) >= 0
    );

    public static readonly BuiltIn During = PointOrRange(
        "during",
        static (a, b) => a.CompareStarts(b) >= 0 && a.CompareEnds(b) <= 0
    );

    public static readonly BuiltIn Starts = PointOrRange(
        "starts",
        static (a, b) => a.CompareStarts(b) == 0 && a.CompareEnds(b) <= 0
    );

    public static readonly BuiltIn StartedBy = RangeOrPoint(
        "started by",
        static (a, b) => a.CompareStarts(b) == 0 && a.CompareEnds(b) >= 0
    );

    public static readonly BuiltIn Coincides = new(
        "coincides",
        Of(["point1", "point2"], false, false, static (a, b) => Coincide(a, b)),
        Of(["range1", "range2"], true, true, static (a, b) => Coincide(a, b))
    );

    private static bool Meet(Interval a, Interval b) => !a.HasOpenEnd && !b.HasOpenStart && a.CompareEndToStart(b) == 0;

    private static bool OverlapBefore(Interval a, Interval b) =>
        a.CompareStarts(b) < 0 && !a.EndsBefore(b) && a.CompareEnds(b) <= 0;

    private static bool Coincide(Interval a, Interval b) => a.CompareStarts(b) == 0 && a.CompareEnds(b) == 0;

    private static BuiltIn Points(string name, Func<Interval, Interval, bool> relation) =>
        new(
            name,
            Of(["point1", "point2"], false, false, relation),
            Of(["point", "range"], false, true, relation),
            Of(["range", "point"], true, false, relation),
            Of(["range1", "range2"], true, true, relation)
        );

    private static BuiltIn Ranges(string name, Func<Interval, Interval, bool> relation) =>
        new(name, Of(["range1", "range2"], true, true, relation));

    private static BuiltIn PointOrRange(string name, Func<Interval, Interval, bool> relation) =>
        new(name, Of(["point", "range"], false, true, relation), Of(["range1", "range2"], true, true, relation));

    private static BuiltIn RangeOrPoint(string name, Func<Interval, Interval, bool> relation) =>
        new(name, Of(["range", "point"], true, false, relation), Of(["range1", "range2"], true, true, relation));

    private static Signature Of(
        string[] names,
        bool firstIsRange,
        bool secondIsRange,
        Func<Interval, Interval, bool> relation
    ) =>
        Signature.Of(
            [Parameter(names[0], firstIsRange), Parameter(names[1], secondIsRange)],
            (arguments, environment) =>
            {
                var (a, b) = (Interval.Of(arguments[0]), Interval.Of(arguments[1]));
                return a.IsComparableWith(b)
                    ? FeelValue.From(relation(a, b))
                    : environment.Fail("type", "These points have no order.");
            }
        );

    private static Argument Parameter(string name, bool isRange) =>
        isRange
            ? Argument.Range(name)
            : new Argument(
                name,
                FeelKind.Number,
                FeelKind.String,
                FeelKind.Date,
                FeelKind.Time,
                FeelKind.DateTime,
                FeelKind.DaysTimeDuration,
                FeelKind.YearsMonthsDuration
            );
}
