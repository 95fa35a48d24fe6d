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
    public ImmutableArray<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Null when the task declares no outcomes.</summary>
    public OutcomeSet? Outcomes { get; init; }

    /// <summary>职责分离: indexes of the user tasks whose completers may not take this one.</summary>
    public ImmutableArray<int> SeparatedFrom { get; init; } = [];
}
