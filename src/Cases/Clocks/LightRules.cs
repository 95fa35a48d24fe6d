namespace Approvals.Cases.Clocks;

/// <summary>
/// When a light turns yellow: at that share of the limit or that many working days before its end, whichever comes first.
/// A configuration of the centre; a limit of no more days than <see cref="DaysBefore"/> is yellow from its first day.
/// </summary>
public sealed record LightRules(double Share = 0.9, int DaysBefore = 3)
{
    /// <summary>90 % or 3 working days.</summary>
    public static LightRules Default { get; } = new();

    /// <summary>Working days before the end at which yellow begins, for a limit of that many days.</summary>
    public int YellowDaysBefore(int limitDays) =>
        Math.Max(DaysBefore, limitDays - (int)Math.Ceiling(limitDays * Share));
}
