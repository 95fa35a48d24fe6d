using System.Globalization;

namespace Approvals.Workflow.Feel.Values;

/// <summary>FEEL's `years and months duration` (DMN 1.5 §10.3.2.3.7), in months.</summary>
public readonly record struct YearsMonthsDuration(long Months)
{
    /// <summary>Canonical ISO 8601: `P1Y2M`, `-P3M`, zero is `P0M`.</summary>
    public override string ToString()
    {
        var (years, months) = (Math.Abs(Months / 12), Math.Abs(Months % 12));
        var sign = Months < 0 ? "-" : "";
        return (years, months) switch
        {
            (0, _) => string.Create(CultureInfo.InvariantCulture, $"{sign}P{months}M"),
            (_, 0) => string.Create(CultureInfo.InvariantCulture, $"{sign}P{years}Y"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{sign}P{years}Y{months}M"),
        };
    }
}
