using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Approvals.Workflow.Bpmn.Model;

/// <summary>A task done by a worker: service, send or business rule task with <c>zeebe:taskDefinition</c> (BPMN §10.3.3).</summary>
[method: SetsRequiredMembers]
public sealed class JobTask(Element basis) : Element(basis)
{
    /// <summary>Null when the file binds the task to no job type; such a file is not deployable but can be tried out.</summary>
    public ModelValue? JobType { get; init; }

    public ModelValue? Retries { get; init; }
    public ImmutableArray<KeyValuePair<string, string>> Headers { get; init; } = [];
}
