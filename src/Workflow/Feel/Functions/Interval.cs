using Approvals.Workflow.Feel.Values;

namespace Approvals.Workflow.Feel.Functions;

/// <summary>A point or range as two ends; an excluded end lies infinitely little inside of its value.</summary>
internal readonly record struct Interval(FeelValue Start, bool HasOpenStart, FeelValue End, bool HasOpenEnd)
{
    public static Interval Of(FeelValue value)
    {
        if (value.Kind != FeelKind.Range)
        {
            return new Interval(value, false, value, false);
        }

        var range = value.AsRange();
        return new Interval(range.Start, !range.StartIncluded, range.End, !range.EndIncluded);
    }

    public bool IsComparableWith(Interval other)
    {
        var mine = Start.IsNull ? End : Start;
        var theirs = other.Start.IsNull ? other.End : other.Start;
        return Comparing.Compare(mine, theirs) is not null;
    }

    /// <summary>Nothing of this one lies in or after the other.</summary>
    public bool EndsBefore(Interval other)
    {
        var order = CompareEndToStart(other);
        return order < 0 || (order == 0 && (HasOpenEnd || other.HasOpenStart));
    }

    /// <summary>The values of this end and the other's start, without regard to inclusion.</summary>
    public int CompareEndToStart(Interval other) =>
        End.IsNull ? 1
        : other.Start.IsNull ? 1
        : Comparing.Compare(End, other.Start) ?? 1;

    /// <summary>Which starts first: an included start is before an excluded one at the same value.</summary>
    public int CompareStarts(Interval other)
    {
        var order =
            Start.IsNull || other.Start.IsNull
                ? other.Start.IsNull.CompareTo(Start.IsNull)
                : Comparing.Compare(Start, other.Start) ?? 0;
        return order != 0 ? order : HasOpenStart.CompareTo(other.HasOpenStart);
    }

    /// <summary>Which ends first: an excluded end is before an included one at the same value.</summary>
    public int CompareEnds(Interval other)
    {
        var order =
            End.IsNull || other.End.IsNull
                ? End.IsNull.CompareTo(other.End.IsNull)
                : Comparing.Compare(End, other.End) ?? 0;
        return order != 0 ? order : other.HasOpenEnd.CompareTo(HasOpenEnd);
    }
}
