using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Approvals.Workflow.Bpmn.Model;

/// <summary>An intermediate throw event or end event with results (BPMN §10.5.3, §10.5.4), given in the order of the file.</summary>
[method: SetsRequiredMembers]
public sealed class ThrowEvent(Element basis, ImmutableArray<EventTrigger> results) : Element(basis)
{
    public ImmutableArray<EventTrigger> Results { get; } = results;

    /// <summary>A worker that sends the message (<c>zeebe:taskDefinition</c>); null: the engine publishes it itself.</summary>
    public JobDefinition? Job { get; init; }

    /// <summary>For a link throw event, the link catch event of the scope; else -1.</summary>
    public int LinkTarget { get; init; } = -1;
}
