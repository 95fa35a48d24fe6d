using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Execution.Elements.Reference;

/// <summary>What the reference says of one kind of element.</summary>
/// <param name="Name">The element as the standard calls it.</param>
/// <param name="Clause">The clauses of BPMN 2.0 (OMG formal/2011-01-03) that say what it does.</param>
/// <param name="Executed">What happens.</param>
/// <param name="Refused">What a file may not ask of it.</param>
internal sealed record ElementDescription(
    ElementKind Kind,
    string Name,
    string Clause,
    string Executed,
    string Refused = ""
);
