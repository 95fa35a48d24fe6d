using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Approvals.Workflow.Bpmn.Model;

/// <summary><c>zeebe:taskDefinition</c> with its headers: a job for a worker.</summary>
/// <param name="Type">Null when the file binds the element to no job type; such a file is not deployable but can be tried out.</param>
public sealed record JobDefinition(
    ModelValue? Type,
    ModelValue? Retries,
    ImmutableArray<KeyValuePair<string, string>> Headers
)
{
    /// <summary><c>zeebe:jobPriorityDefinition</c> of the element, else of the process: which job a worker gets first.</summary>
    public ModelValue? Priority { get; init; }
}

/// <summary>A task done by a worker: service, send or business rule task (BPMN §10.3.3).</summary>
[method: SetsRequiredMembers]
public sealed class JobTask(Element basis, JobDefinition job) : Element(basis)
{
    public JobDefinition Job { get; } = job;

    /// <summary>The message that a send task names; given when the task is done without a job type. Null for the others.</summary>
    public MessageTrigger? Message { get; init; }
}
