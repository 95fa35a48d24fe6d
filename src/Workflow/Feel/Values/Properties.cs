namespace Approvals.Workflow.Feel.Values;

/// <summary>The properties of temporal values and ranges (DMN 1.5 tables 65–68).</summary>
internal static class Properties
{
    /// <summary>False when the kind has no such property; a property without a value is null.</summary>
    public static bool TryGet(FeelValue value, string name, out FeelValue property)
    {
        var found = value.Kind switch
        {
            FeelKind.Date => OfDate(value.AsDate(), name),
            FeelKind.Time => OfTime(value.AsTime(), OffsetOf(value.AsTime().Zone, null), name),
            FeelKind.DateTime => OfDate(value.AsDateTime().Date, name)
                ?? OfTime(value.AsDateTime().Time, OffsetOf(value.AsDateTime().Zone, value.AsDateTime()), name),
            FeelKind.DaysTimeDuration => OfDays(value.AsDaysTimeDuration().Nanos, name),
            FeelKind.YearsMonthsDuration => name switch
            {
                "years" => FeelValue.From(value.Bits / 12),
                "months" => FeelValue.From(value.Bits % 12),
                _ => null,
            },
            FeelKind.Range => OfRange(value.AsRange(), name),
            _ => (FeelValue?)null,
        };
        property = found ?? default;
        return found is not null;
    }

    private static FeelValue? OfDate(FeelDate date, string name) =>
        name switch
        {
            "year" => FeelValue.From(date.Year),
            "month" => FeelValue.From(date.Month),
            "day" => FeelValue.From(date.Day),
            "weekday" => FeelValue.From(date.Weekday),
            _ => null,
        };

    private static FeelValue? OfTime(FeelTime time, FeelValue offset, string name) =>
        name switch
        {
            "hour" => FeelValue.From(time.Hour),
            "minute" => FeelValue.From(time.Minute),
            "second" => FeelValue.From(time.Second),
            "time offset" => offset,
            "timezone" => FeelValue.From(time.Zone?.Id),
            _ => null,
        };

    private static FeelValue? OfDays(Int128 nanos, string name)
    {
        var seconds = nanos / FeelTime.NanosPerSecond;
        return name switch
        {
            "days" => Number(seconds / 86_400),
            "hours" => Number(seconds / 3_600 % 24),
            "minutes" => Number(seconds / 60 % 60),
            "seconds" => Number(seconds % 60),
            _ => null,
        };
    }

    private static FeelValue? OfRange(FeelRange range, string name) =>
        name switch
        {
            "start" => range.Start,
            "end" => range.End,
            "start included" => FeelValue.From(range.StartIncluded),
            "end included" => FeelValue.From(range.EndIncluded),
            _ => null,
        };

    private static FeelValue OffsetOf(FeelZone? zone, FeelDateTime? moment)
    {
        if (zone is null)
        {
            return default;
        }

        var seconds = moment is null ? zone.OffsetOfTime() : zone.OffsetAt(moment.Date, moment.NanoOfDay);
        return FeelValue.From(new DaysTimeDuration((Int128)seconds * FeelTime.NanosPerSecond));
    }

    private static FeelValue Number(Int128 value)
    {
        _ = FeelNumber.TryCreate(value < 0, (UInt128)Int128.Abs(value), 0, out var number);
        return FeelValue.From(number);
    }
}
