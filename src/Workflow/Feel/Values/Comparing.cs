using System.Runtime.CompilerServices;

namespace Approvals.Workflow.Feel.Values;

/// <summary>FEEL's own equality and order (DMN 1.5 §10.3.2.13, tables 42 and 52): three-valued, by kind.</summary>
internal static class Comparing
{
    /// <summary>true, false, or null when the kinds cannot be compared.</summary>
    public static bool? AreEqual(FeelValue left, FeelValue right, FeelEnvironment environment)
    {
        if (left.IsNull || right.IsNull)
        {
            return left.IsNull && right.IsNull;
        }

        if (left.Kind != right.Kind)
        {
            return null;
        }

        switch (left.Kind)
        {
            case FeelKind.Time:
            case FeelKind.DateTime:
                return IsLocal(left) == IsLocal(right) ? Compare(left, right) == 0 : null;
            case FeelKind.List:
                return AreEqual(left.AsList(), right.AsList(), environment);
            case FeelKind.Context:
                return AreEqual(left.AsContext(), right.AsContext(), environment);
            case FeelKind.Range:
                var (a, b) = (left.AsRange(), right.AsRange());
                return a.IsComparison == b.IsComparison
                    && a.StartIncluded == b.StartIncluded
                    && a.EndIncluded == b.EndIncluded
                    && AreEqual(a.Start, b.Start, environment) == true
                    && AreEqual(a.End, b.End, environment) == true;
            case FeelKind.Function:
                return ReferenceEquals(left.Reference, right.Reference);
            default:
                return left.Equals(right);
        }
    }

    /// <summary>
    /// Negative, zero or positive; null when the values have no common order. Of two moments, one of them local, the local one
    /// is taken at the other's offset (table 54).
    /// </summary>
    public static int? Compare(FeelValue left, FeelValue right)
    {
        if (left.Kind != right.Kind)
        {
            return null;
        }

        switch (left.Kind)
        {
            case FeelKind.Number:
                return left.IsSmallInteger && right.IsSmallInteger
                    ? left.Bits.CompareTo(right.Bits)
                    : left.AsNumber().CompareTo(right.AsNumber());
            case FeelKind.String:
                return CompareByCodePoint(left.AsString(), right.AsString());
            case FeelKind.Date:
            case FeelKind.YearsMonthsDuration:
                return left.Bits.CompareTo(right.Bits);
            case FeelKind.DaysTimeDuration:
                return left.AsDaysTimeDuration().Nanos.CompareTo(right.AsDaysTimeDuration().Nanos);
            case FeelKind.Time:
                var (a, b) = (left.AsTime(), right.AsTime());
                return (a.Zone is null) == (b.Zone is null)
                    ? Seconds(a.UtcNanos).CompareTo(Seconds(b.UtcNanos))
                    : Seconds(a.NanoOfDay).CompareTo(Seconds(b.NanoOfDay));
            case FeelKind.DateTime:
                var (x, y) = (left.AsDateTime(), right.AsDateTime());
                return (x.Zone is null) == (y.Zone is null)
                    ? Seconds(x.UtcNanos).CompareTo(Seconds(y.UtcNanos))
                    : Seconds(x.LocalNanos).CompareTo(Seconds(y.LocalNanos));
            default:
                return null;
        }
    }

    private static bool IsLocal(FeelValue moment) =>
        (moment.Kind == FeelKind.Time ? moment.AsTime().Zone : moment.AsDateTime().Zone) is null;

    // A time's value is its whole seconds (§10.3.2.3.4–5); the fraction is kept but not compared.
    private static Int128 Seconds(Int128 nanos)
    {
        var seconds = nanos / FeelTime.NanosPerSecond;
        return nanos % FeelTime.NanosPerSecond < 0 ? seconds - 1 : seconds;
    }

    // UTF-16 order puts supplementary characters before U+E000..U+FFFF; FEEL strings are Unicode characters.
    private static int CompareByCodePoint(string left, string right)
    {
        var length = Math.Min(left.Length, right.Length);
        for (var i = 0; i < length; i++)
        {
            if (left[i] != right[i])
            {
                var (a, b) = (left[i], right[i]);
                return char.IsSurrogate(a) == char.IsSurrogate(b) ? a.CompareTo(b)
                    : char.IsSurrogate(a) ? 1
                    : -1;
            }
        }

        return left.Length.CompareTo(right.Length);
    }

    private static bool? AreEqual(
        IReadOnlyList<FeelValue> left,
        IReadOnlyList<FeelValue> right,
        FeelEnvironment environment
    )
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (left.Count != right.Count)
        {
            return false;
        }

        bool? all = true;
        for (var i = 0; i < left.Count; i++)
        {
            environment.Step();
            var equal = AreEqual(left[i], right[i], environment);
            if (equal == false)
            {
                return false;
            }

            all = equal is null ? null : all;
        }

        return all;
    }

    private static bool? AreEqual(FeelContext left, FeelContext right, FeelEnvironment environment)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (left.Count != right.Count)
        {
            return false;
        }

        bool? all = true;
        foreach (var (name, value) in left)
        {
            environment.Step();
            if (!right.TryGetValue(name, out var other))
            {
                return false;
            }

            var equal = AreEqual(value, other, environment);
            if (equal == false)
            {
                return false;
            }

            all = equal is null ? null : all;
        }

        return all;
    }
}
