namespace Approvals.Workflow.Feel.Values;

/// <summary>
/// The arithmetic operators over all kinds (DMN 1.5 §10.3.2.15, tables 56–60). A combination the tables don't have, and a
/// result out of range, is null with a diagnostic.
/// </summary>
internal static class Arithmetic
{
    public static FeelValue Add(FeelValue left, FeelValue right, FeelEnvironment environment)
    {
        switch (left.Kind, right.Kind)
        {
            case (FeelKind.Number, FeelKind.Number):
                return FeelNumber.TryAdd(left.AsNumber(), right.AsNumber(), out var sum)
                    ? FeelValue.From(sum)
                    : OutOfRange(environment);
            case (FeelKind.String, FeelKind.String):
                environment.CheckStringLength((long)left.AsString().Length + right.AsString().Length);
                return FeelValue.From(left.AsString() + right.AsString());
            case (FeelKind.DaysTimeDuration, FeelKind.DaysTimeDuration):
                return Days(left.AsDaysTimeDuration().Nanos + right.AsDaysTimeDuration().Nanos, environment);
            case (FeelKind.YearsMonthsDuration, FeelKind.YearsMonthsDuration):
                return Months((Int128)left.Bits + right.Bits, environment);
            case (FeelKind.DaysTimeDuration or FeelKind.YearsMonthsDuration, _):
                return Move(right, left, 1, environment) ?? Undefined("+", left, right, environment);
            default:
                return Move(left, right, 1, environment) ?? Undefined("+", left, right, environment);
        }
    }

    public static FeelValue Subtract(FeelValue left, FeelValue right, FeelEnvironment environment)
    {
        switch (left.Kind, right.Kind)
        {
            case (FeelKind.Number, FeelKind.Number):
                return FeelNumber.TrySubtract(left.AsNumber(), right.AsNumber(), out var difference)
                    ? FeelValue.From(difference)
                    : OutOfRange(environment);
            case (FeelKind.DaysTimeDuration, FeelKind.DaysTimeDuration):
                return Days(left.AsDaysTimeDuration().Nanos - right.AsDaysTimeDuration().Nanos, environment);
            case (FeelKind.YearsMonthsDuration, FeelKind.YearsMonthsDuration):
                return Months((Int128)left.Bits - right.Bits, environment);
            case (FeelKind.Time, FeelKind.Time):
                var (a, b) = (left.AsTime(), right.AsTime());
                return (a.Zone is null) == (b.Zone is null)
                    ? Days(a.UtcNanos - b.UtcNanos, environment)
                    : Undefined("-", left, right, environment);
            case (FeelKind.Date or FeelKind.DateTime, FeelKind.Date or FeelKind.DateTime):
                var (x, y) = (AsMoment(left), AsMoment(right));
                return (x.Zone is null) == (y.Zone is null)
                    ? Days(x.UtcNanos - y.UtcNanos, environment)
                    : Undefined("-", left, right, environment);
            default:
                return Move(left, right, -1, environment) ?? Undefined("-", left, right, environment);
        }
    }

    public static FeelValue Multiply(FeelValue left, FeelValue right, FeelEnvironment environment)
    {
        switch (left.Kind, right.Kind)
        {
            case (FeelKind.Number, FeelKind.Number):
                return FeelNumber.TryMultiply(left.AsNumber(), right.AsNumber(), out var product)
                    ? FeelValue.From(product)
                    : OutOfRange(environment);
            case (FeelKind.DaysTimeDuration or FeelKind.YearsMonthsDuration, FeelKind.Number):
                return Scale(left, right.AsNumber(), environment);
            case (FeelKind.Number, FeelKind.DaysTimeDuration or FeelKind.YearsMonthsDuration):
                return Scale(right, left.AsNumber(), environment);
            default:
                return Undefined("*", left, right, environment);
        }
    }

    public static FeelValue Divide(FeelValue left, FeelValue right, FeelEnvironment environment)
    {
        switch (left.Kind, right.Kind)
        {
            case (FeelKind.Number, FeelKind.Number):
                return Quotient(left.AsNumber(), right.AsNumber(), environment);
            case (FeelKind.DaysTimeDuration, FeelKind.DaysTimeDuration):
                return Quotient(left.AsDaysTimeDuration().Seconds, right.AsDaysTimeDuration().Seconds, environment);
            case (FeelKind.YearsMonthsDuration, FeelKind.YearsMonthsDuration):
                return Quotient(FeelNumber.From(left.Bits), FeelNumber.From(right.Bits), environment);
            case (FeelKind.DaysTimeDuration, FeelKind.Number):
                return
                    FeelNumber.TryDivide(left.AsDaysTimeDuration().Seconds, right.AsNumber(), out var seconds)
                    && DaysTimeDuration.TryFrom(seconds, out var duration)
                    ? FeelValue.From(duration)
                    : DivisionFailed(right.AsNumber(), environment);
            case (FeelKind.YearsMonthsDuration, FeelKind.Number):
                return
                    FeelNumber.TryDivide(FeelNumber.From(left.Bits), right.AsNumber(), out var months)
                    && FeelNumber.TryRound(months, 0, FeelRounding.Down, out months)
                    && months.TryGetInt64(out var whole)
                    ? FeelValue.From(new YearsMonthsDuration(whole))
                    : DivisionFailed(right.AsNumber(), environment);
            default:
                return Undefined("/", left, right, environment);
        }
    }

    public static FeelValue Power(FeelValue left, FeelValue right, FeelEnvironment environment)
    {
        if (left.Kind != FeelKind.Number || right.Kind != FeelKind.Number)
        {
            return Undefined("**", left, right, environment);
        }

        return Transcendental.TryPower(left.AsNumber(), right.AsNumber(), out var power)
            ? FeelValue.From(power)
            : environment.Fail("arithmetic", "This power is not a real number, or out of range.");
    }

    public static FeelValue Negate(FeelValue value, FeelEnvironment environment) =>
        value.Kind switch
        {
            FeelKind.Number => FeelValue.From(-value.AsNumber()),
            FeelKind.DaysTimeDuration => Days(-value.AsDaysTimeDuration().Nanos, environment),
            FeelKind.YearsMonthsDuration => Months(-(Int128)value.Bits, environment),
            _ => environment.Fail("type", $"A {Kinds.NameOf(value)} has no negative."),
        };

    // A date beside a moment is the first moment of its day in UTC (§10.3.2.9.4).
    private static FeelDateTime AsMoment(FeelValue value) =>
        value.Kind == FeelKind.DateTime ? value.AsDateTime() : new FeelDateTime(value.AsDate(), 0, FeelZone.Utc);

    private static FeelValue? Move(FeelValue point, FeelValue duration, int sign, FeelEnvironment environment)
    {
        if (duration.Kind == FeelKind.YearsMonthsDuration)
        {
            var months = sign * duration.Bits;
            return point.Kind switch
            {
                FeelKind.Date => point.AsDate().TryAddMonths(months, out var date)
                    ? FeelValue.From(date)
                    : OutOfRange(environment),
                FeelKind.DateTime => point.AsDateTime().TryAddMonths(months, out var moment)
                    ? FeelValue.From(moment)
                    : OutOfRange(environment),
                _ => null,
            };
        }

        if (duration.Kind != FeelKind.DaysTimeDuration)
        {
            return null;
        }

        var nanos = sign * duration.AsDaysTimeDuration().Nanos;
        switch (point.Kind)
        {
            case FeelKind.Date:
                // From the first moment of the day; what lies within a day stays in it.
                var days = nanos / FeelTime.NanosPerDay;
                days -= nanos % FeelTime.NanosPerDay < 0 ? 1 : 0;
                return FeelDate.TryFromEpochDay(point.Bits + days, out var day)
                    ? FeelValue.From(day)
                    : OutOfRange(environment);
            case FeelKind.DateTime:
                return point.AsDateTime().TryAdd(nanos, out var moment)
                    ? FeelValue.From(moment)
                    : OutOfRange(environment);
            case FeelKind.Time:
                var time = point.AsTime();
                var wrapped = (long)((time.NanoOfDay + nanos) % FeelTime.NanosPerDay);
                return FeelValue.From(time with { NanoOfDay = wrapped < 0 ? wrapped + FeelTime.NanosPerDay : wrapped });
            default:
                return null;
        }
    }

    private static FeelValue Scale(FeelValue duration, FeelNumber factor, FeelEnvironment environment)
    {
        if (duration.Kind == FeelKind.DaysTimeDuration)
        {
            return
                FeelNumber.TryMultiply(duration.AsDaysTimeDuration().Seconds, factor, out var seconds)
                && DaysTimeDuration.TryFrom(seconds, out var scaled)
                ? FeelValue.From(scaled)
                : OutOfRange(environment);
        }

        return
            FeelNumber.TryMultiply(FeelNumber.From(duration.Bits), factor, out var months)
            && FeelNumber.TryRound(months, 0, FeelRounding.Down, out months)
            && months.TryGetInt64(out var whole)
            ? FeelValue.From(new YearsMonthsDuration(whole))
            : OutOfRange(environment);
    }

    private static FeelValue Quotient(FeelNumber left, FeelNumber right, FeelEnvironment environment) =>
        FeelNumber.TryDivide(left, right, out var quotient)
            ? FeelValue.From(quotient)
            : DivisionFailed(right, environment);

    private static FeelValue DivisionFailed(FeelNumber divisor, FeelEnvironment environment) =>
        divisor.IsZero ? environment.Fail("arithmetic", "Division by zero.") : OutOfRange(environment);

    private static FeelValue Days(Int128 nanos, FeelEnvironment environment) =>
        Int128.Abs(nanos) > MaxNanos ? OutOfRange(environment) : FeelValue.From(new DaysTimeDuration(nanos));

    private static FeelValue Months(Int128 months, FeelEnvironment environment) =>
        months < -long.MaxValue || months > long.MaxValue
            ? OutOfRange(environment)
            : FeelValue.From(new YearsMonthsDuration((long)months));

    // Keeps every later sum of two durations, and the shift of any date, inside 128 bits.
    private static Int128 MaxNanos => (Int128)ulong.MaxValue << 62;

    private static FeelValue OutOfRange(FeelEnvironment environment) =>
        environment.Fail("arithmetic", "The result is out of range.");

    private static FeelValue Undefined(string symbol, FeelValue left, FeelValue right, FeelEnvironment environment) =>
        environment.Fail("type", $"'{symbol}' is not defined for a {Kinds.NameOf(left)} and a {Kinds.NameOf(right)}.");
}
