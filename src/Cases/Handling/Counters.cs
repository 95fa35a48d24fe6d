using Approvals.Kernel.Store;

namespace Approvals.Cases.Handling;

/// <summary>Numbers from 1 without gaps, by series: a turn that does not happen gives its number back with everything else.</summary>
internal static class Counters
{
    private static readonly SqlText Take = new(
        "INSERT INTO counter (series, last) VALUES (?1, 1) ON CONFLICT (series) DO UPDATE SET last = last + 1"
    );

    private static readonly SqlText Raise = new(
        "INSERT INTO counter (series, last) VALUES (?1, ?2) ON CONFLICT (series) DO UPDATE SET last = max(last, ?2)"
    );

    private static readonly SqlText Read = new("SELECT last FROM counter WHERE series = ?1");

    /// <summary>At least so much: papers of one series may be read again in any order.</summary>
    public static void Reach(SqlSession session, string series, int number) => session.Execute(Raise, series, number);

    public static int Next(SqlSession session, string series)
    {
        session.Execute(Take, series);
        return (int)session.QueryInteger(Read, series)!.Value;
    }
}
