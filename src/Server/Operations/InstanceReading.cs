using Approvals.Cases.Handling;
using Approvals.Kernel.Organisations;
using Approvals.Kernel.Store;
using Approvals.Server.Reads.Cases;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.Explanation;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Runtime;

namespace Approvals.Server.Operations;

/// <summary>
/// One process instance as its journal tells it, on whatever connection reads: no turn is needed. Costs one pass over its journal.
/// </summary>
internal sealed class InstanceReading
{
    private static readonly SqlText Load = new(
        "SELECT definition, owner, started, ended FROM process_scope WHERE key = ?1"
    );
    private static readonly SqlText CaseOf = new(
        "SELECT applicant, unit FROM case_row WHERE key = ?1 AND instance = ?2"
    );
    private readonly SqlSession session;

    private InstanceReading(SqlSession session, ProcessInstanceState state) => (this.session, State) = (session, state);

    public required long Key { get; init; }

    /// <summary>The version that it is in now.</summary>
    public required Deployment Deployment { get; init; }

    /// <summary>The case it belongs to, 0 for none.</summary>
    public required long Owner { get; init; }

    public required DateTimeOffset Started { get; init; }

    public required DateTimeOffset? Ended { get; init; }

    public required IReadOnlyList<InstanceRecord> Records { get; init; }

    public ProcessInstanceState State { get; }

    public TokenTimes Times { get; } = new();

    /// <summary>active, suspended, completed, terminated, canceled.</summary>
    public string Status =>
        State is { IsActive: true, IsSuspended: true } ? "suspended" : State.Status.ToString().ToLowerInvariant();

    /// <summary>Null when there is none with the key.</summary>
    public static InstanceReading? Find(DefinitionCache definitions, SqlSession session, long key)
    {
        using var rows = session.Query(Load, key);
        if (!rows.Next())
        {
            return null;
        }

        var definition = rows.Integer(0);
        var records = InstanceRecord.Read(session, key);
        var fold = new InstanceFold(definitions, session, definition, records);
        var reading = new InstanceReading(session, fold.State)
        {
            Key = key,
            Deployment = definitions.Get(session, definition),
            Owner = rows.Integer(1),
            Started = rows.Instant(2),
            Ended = rows.InstantOrNull(3),
            Records = records,
        };
        fold.Run((record, happened) => reading.Times.Note(record.At, happened));
        return reading;
    }

    public WaitingFacts Waiting() => new WaitingReading(State, Times, Doers()).Read();

    /// <summary>Where people of the instance's case, if it has one, are found.</summary>
    public Doers Doers()
    {
        using var rows = session.Query(CaseOf, Owner, Key);
        return rows.Next()
            ? new Doers(session, rows.Text(0), Organisation.Unit(session, rows.Text(1)))
            : new Doers(session, "", null);
    }

    /// <summary>Its events, each with when and who, oldest first.</summary>
    public IEnumerable<(InstanceRecord Record, WorkflowEvent Event)> Happened() =>
        Records.SelectMany(record => record.Events.Select(each => (record, each)));

    /// <summary>Where it stands: active element instances, rounds of one activity as one, and joins where tokens wait.</summary>
    public IEnumerable<StandingElement> Standing()
    {
        foreach (var token in WaitingExplanation.Of(State).Tokens)
        {
            if (token.Since is { } key && State.Elements.TryFind(key, out var instance))
            {
                if (instance.Round == 0)
                {
                    var isContainer = instance.Inner is { Loop: null };
                    yield return new(
                        instance.Element,
                        key,
                        Times.BeganAt(key),
                        instance.Scope.DefinitionKey == 0,
                        isContainer
                    );
                }

                continue;
            }

            var scope = State.Elements.TryFind(token.ScopeKey, out var owner) ? owner.Inner ?? State.Root : State.Root;
            if (scope.Definition.FindElement(token.ElementId) is { } element)
            {
                yield return new(
                    element,
                    null,
                    Times.SinceOf(token, scope),
                    scope.DefinitionKey == 0,
                    IsContainer: false
                );
            }
        }
    }
}

/// <summary>An element where an instance stands.</summary>
/// <param name="Key">Of the element instance; null for tokens before a join.</param>
/// <param name="IsOwn">Of the process itself, not of one that it calls.</param>
/// <param name="IsContainer">A sub-process or call activity that waits for what is inside it.</param>
internal sealed record StandingElement(Element Element, long? Key, DateTimeOffset? Since, bool IsOwn, bool IsContainer);
