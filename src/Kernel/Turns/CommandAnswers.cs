using Approvals.Kernel.Store;

namespace Approvals.Kernel.Turns;

/// <summary>The stored answers of commands, by which a repeat gets the first answer. Kept for 30 days.</summary>
public static class CommandAnswers
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private static readonly SqlText Delete = new("DELETE FROM command WHERE at < ?1 AND id <> ?2");

    /// <summary>
    /// Removes the answers that are older than <see cref="Kept"/> and gives their number; <paramref name="lasting"/> stays
    /// for ever, because its repeat must always get the first answer.
    /// </summary>
    public static int Prune(TurnScope scope, string lasting) =>
        scope.Session.Execute(Delete, scope.Now - Kept, lasting);
}
