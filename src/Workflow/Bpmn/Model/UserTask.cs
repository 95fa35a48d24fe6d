using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Approvals.Workflow.Bpmn.Model;

/// <summary>A task for a person (BPMN §10.3.3.2) with the zeebe assignment, schedule, priority and form.</summary>
[method: SetsRequiredMembers]
public sealed class UserTask(Element basis) : Element(basis)
{
    public ModelValue? Assignee { get; init; }
    public ModelList? CandidateGroups { get; init; }
    public ModelList? CandidateUsers { get; init; }
    public ModelValue? DueDate { get; init; }
    public ModelValue? FollowUpDate { get; init; }
    public ModelValue? Priority { get; init; }
    public string? FormId { get; init; }
    public string? FormKey { get; init; }

    /// <summary>Which version of the form <see cref="FormId"/> is shown.</summary>
    public ResourceBinding FormBinding { get; init; }
    public string? FormVersionTag { get; init; }

    /// <summary><c>externalReference</c>: a form that some other application shows.</summary>
    public string? ExternalForm { get; init; }
    public ImmutableArray<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Null when the task declares no outcomes.</summary>
    public OutcomeSet? Outcomes { get; init; }

    /// <summary>职责分离: indexes of the user tasks whose completers may not take this one.</summary>
    public ImmutableArray<int> SeparatedFrom { get; init; } = [];

    /// <summary>退回、撤回: the declared ways back.</summary>
    public ImmutableArray<ReturnEdge> Returns { get; init; } = [];

    /// <summary>加签: null when no signers may be added.</summary>
    public SignerRules? Signers { get; init; }

    /// <summary>转办: true when the task may be handed over to any actor of its candidates, false when not at all.</summary>
    public bool AllowsHandOver { get; init; } = true;
}
