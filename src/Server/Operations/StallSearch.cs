using Approvals.Kernel.Store;
using Approvals.Server.Reads.Cases;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Runtime;

namespace Approvals.Server.Operations;

/// <summary>An element instance that has waited longer than expected.</summary>
/// <param name="Owner">The case it belongs to, 0 for none.</param>
/// <param name="ElementName">Its name, or its id where the model gives none.</param>
/// <param name="Why">What it waits for; of a sub-process what everything inside waits for.</param>
internal sealed record Stall(
    long Instance,
    long Owner,
    string Process,
    int Version,
    long ElementInstance,
    string Element,
    string ElementName,
    DateTimeOffset Since,
    DateTimeOffset ExpectedBy,
    IReadOnlyList<WaitingFact> Why
);

/// <summary>
/// Finds what stalls: active element instances past their <see cref="ExpectedDwell"/>, user tasks past their due date. Only instances
/// that can stall are read: those old enough whose model expects something, and those with an overdue task.
/// </summary>
internal sealed class StallSearch(DefinitionCache definitions)
{
    private static readonly SqlText InUse = new(
        """
        SELECT DISTINCT s.definition FROM process_scope s JOIN process_definition d ON d.key = s.definition
        WHERE s.ended IS NULL AND (?1 IS NULL OR d.process_id = ?1)
        """
    );

    private static readonly SqlText OldEnough = new(
        "SELECT key FROM process_scope WHERE ended IS NULL AND definition = ?1 AND started <= ?2"
    );

    private static readonly SqlText Overdue = new(
        """
        SELECT DISTINCT t.instance FROM user_task t
        JOIN process_scope s ON s.key = t.instance JOIN process_definition d ON d.key = s.definition
        WHERE t.state = 0 AND t.due < ?1 AND (?2 IS NULL OR d.process_id = ?2)
        """
    );

    /// <summary>Oldest instance first.</summary>
    public IEnumerable<Stall> Find(SqlSession session, DateTimeOffset now, string? process = null)
    {
        var keys = new SortedSet<long>(session.QueryIntegers(Overdue, now, process));
        foreach (var definition in session.QueryIntegers(InUse, process))
        {
            if (ExpectedDwell.Of(definitions.Get(session, definition)) is { IsAny: true } expected)
            {
                keys.UnionWith(session.QueryIntegers(OldEnough, definition, now - expected.Shortest));
            }
        }

        return keys.SelectMany(key =>
            InstanceReading.Find(definitions, session, key) is { State.IsActive: true } instance
                ? Of(instance, now)
                : []
        );
    }

    /// <summary>What stalls in one instance; nothing in one that is suspended.</summary>
    public static List<Stall> Of(InstanceReading instance, DateTimeOffset now)
    {
        var stalls = new List<Stall>();
        if (instance.State.IsSuspended)
        {
            return stalls;
        }

        WaitingFacts? waiting = null;
        var dwell = ExpectedDwell.Of(instance.Deployment);
        foreach (var element in instance.State.Elements.Items)
        {
            if (
                element.Scope.DefinitionKey != 0
                || instance.Times.BeganAt(element.Key) is not { } since
                || ExpectedBy(dwell, element, instance.Times) is not { } by
                || by >= now
            )
            {
                continue;
            }

            waiting ??= instance.Waiting();
            var own = waiting.Tokens.Where(fact => fact.Element == element.Element.Id).ToList();
            stalls.Add(
                new(
                    instance.Key,
                    instance.Owner,
                    instance.Deployment.ProcessId,
                    instance.Deployment.Version,
                    element.Key,
                    element.Element.Id,
                    element.Element.Name ?? element.Element.Id,
                    since,
                    by,
                    own.Count > 0 ? own : waiting.Tokens
                )
            );
        }

        return stalls;
    }

    /// <summary>
    /// The expected stay, and for a task with a due date that date, whichever ends first; of rounds only the due dates count.
    /// </summary>
    private static DateTimeOffset? ExpectedBy(ExpectedDwell dwell, ElementInstance element, TokenTimes times)
    {
        var stay = element.Round == 0 ? times.BeganAt(element.Key) + dwell.At(element.Element.Id) : null;
        var due = times.DueOf(element.Key);
        return stay is null || due < stay ? due : stay;
    }
}
