namespace Approvals.Server.Seeding;

/// <summary>How much a seeded city holds, and when.</summary>
/// <param name="Cases">Cases submitted between <paramref name="From"/> and <paramref name="To"/>.</param>
/// <param name="Running">Cases more that are submitted in the last days and go no further than a few steps.</param>
/// <param name="Sealed">For so many of the last licences the papers are made and sealed; the rest say that they were issued on paper.</param>
/// <param name="Chance">The seed of everything that is drawn: the same plan gives the same city.</param>
public sealed record SeedPlan(
    int Units,
    int Items,
    int Cases,
    DateTimeOffset From,
    DateTimeOffset To,
    int Running = 0,
    int Sealed = 1000,
    int Applicants = 2000,
    int Chance = 20_261_012
);

/// <summary>What was made.</summary>
/// <param name="Turns">Durable turns, pumps included.</param>
public sealed record SeedResult(
    int Units,
    int Items,
    int Cases,
    int Closed,
    int Licences,
    int Sealed,
    long Turns,
    TimeSpan Took
)
{
    public double CasesPerSecond => Cases / Math.Max(0.001, Took.TotalSeconds);
}
