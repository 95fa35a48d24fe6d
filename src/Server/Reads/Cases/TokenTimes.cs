using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.Explanation;
using Approvals.Workflow.Execution.State;

namespace Approvals.Server.Reads.Cases;

/// <summary>Since when tokens are where they are: an element instance since it began, a token on a flow since the flow was taken.</summary>
internal sealed class TokenTimes
{
    private readonly Dictionary<long, DateTimeOffset> began = [];
    private readonly Dictionary<(long Scope, string Flow), DateTimeOffset> taken = [];
    private readonly Dictionary<long, DateTimeOffset> due = [];

    public void Note(DateTimeOffset at, WorkflowEvent happened)
    {
        switch (happened)
        {
            case ElementActivated e:
                began[e.Key] = at;
                break;
            case FlowTaken e:
                taken[(e.ScopeKey, e.FlowId)] = at;
                break;
            case UserTaskCreated { DueDate: { } day } e:
                due[e.ElementInstanceKey] = day;
                break;
        }
    }

    public DateTimeOffset? BeganAt(long elementInstance) => began.TryGetValue(elementInstance, out var at) ? at : null;

    /// <summary>The due date of the user task that the element instance is.</summary>
    public DateTimeOffset? DueOf(long elementInstance) => due.TryGetValue(elementInstance, out var at) ? at : null;

    /// <summary>Of several tokens before a join the one that waits longest counts; null when a migration renamed its flow.</summary>
    public DateTimeOffset? SinceOf(WaitingToken token, ScopeState scope)
    {
        if (token.Since is { } key)
        {
            return BeganAt(key);
        }

        var element = scope.Definition.FindElement(token.ElementId);
        DateTimeOffset? since = null;
        foreach (var flow in element?.Incoming ?? [])
        {
            if (
                scope.ParkedOn(flow) > 0
                && taken.TryGetValue((scope.Key, scope.Definition.Flows[flow].Id), out var at)
                && (since is null || at < since)
            )
            {
                since = at;
            }
        }

        return since;
    }
}
