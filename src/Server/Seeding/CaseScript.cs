namespace Approvals.Server.Seeding;

/// <summary>How a seeded case will go.</summary>
internal enum SeedOutcome
{
    Granted,
    Refused,
    NotAccepted,

    /// <summary>退回件, where the window may return it; what is decided on the spot is not accepted instead.</summary>
    Returned,
    Withdrawn,
}

/// <summary>What the check after a commitment finds.</summary>
internal enum SeedCheck
{
    Kept,
    PutRight,
    Broken,
}

/// <summary>
/// One case to be: drawn once, then followed step by step. <see cref="Pace"/> is how much of its promise it takes; more than 1 is late.
/// </summary>
internal sealed class CaseScript
{
    public required int ItemIndex { get; init; }

    public required int Applicant { get; init; }

    public required DateTimeOffset Submitted { get; init; }

    public SeedOutcome Outcome { get; private init; }

    public bool Corrects { get; private init; }

    /// <summary>The review takes a special procedure of the item, or a joint inspection; in a green channel a paper follows.</summary>
    public bool Detours { get; private init; }

    /// <summary>What the check after a commitment finds.</summary>
    public SeedCheck Check { get; private init; }

    public double Pace { get; private init; }

    /// <summary>1–5; 0 is no rating.</summary>
    public int Stars { get; private init; }

    public Cases.Channel Channel { get; private init; }

    /// <summary>The case's key, once it has one.</summary>
    public long Key { get; set; }

    /// <summary>The one correction has been asked for.</summary>
    public bool IsCorrected { get; set; }

    /// <summary>The detour is behind it.</summary>
    public bool HasDetoured { get; set; }

    /// <summary>Somebody at the window has taken it up.</summary>
    public bool IsTakenUp { get; set; }

    /// <summary>The time to put right has been given.</summary>
    public bool IsDemanded { get; set; }

    /// <summary>How many steps the case takes at most; it then stays where it is.</summary>
    public int MostSteps { get; init; } = int.MaxValue;

    public int Steps { get; set; }

    /// <summary>The papers of this case are made and sealed.</summary>
    public bool IsSealed { get; init; }

    /// <param name="corrects">The item has a material that a correction can be about.</param>
    public static CaseScript Draw(
        Random chance,
        int item,
        int applicant,
        DateTimeOffset submitted,
        bool corrects,
        int steps,
        bool isSealed
    )
    {
        var fate = chance.NextDouble();
        var late = chance.NextDouble() < 0.012;
        var check = chance.NextDouble();
        return new CaseScript
        {
            ItemIndex = item,
            Applicant = applicant,
            Submitted = submitted,
            MostSteps = steps,
            IsSealed = isSealed,
            Outcome =
                fate < 0.02 ? SeedOutcome.NotAccepted
                : fate < 0.03 ? SeedOutcome.Returned
                : fate < 0.05 ? SeedOutcome.Withdrawn
                : fate < 0.08 ? SeedOutcome.Refused
                : SeedOutcome.Granted,
            Corrects = chance.NextDouble() < 0.14 && corrects,
            Pace = late ? 1.1 + chance.NextDouble() : 0.2 + (0.7 * Math.Sqrt(chance.NextDouble())),
            Stars = chance.NextDouble() < 0.45 ? DrawStars(chance) : 0,
            Detours = chance.NextDouble() < 0.08,
            Check =
                check < 0.01 ? SeedCheck.Broken
                : check < 0.06 ? SeedCheck.PutRight
                : SeedCheck.Kept,
            Channel = chance.NextDouble() < 0.7 ? Cases.Channel.Online : Cases.Channel.Window,
        };
    }

    private static int DrawStars(Random chance) =>
        chance.NextDouble() switch
        {
            < 0.82 => 5,
            < 0.95 => 4,
            < 0.98 => 3,
            < 0.993 => 2,
            _ => 1,
        };
}
