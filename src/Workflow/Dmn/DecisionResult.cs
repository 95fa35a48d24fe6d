using Approvals.Workflow.Dmn.Explaining;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Dmn;

/// <summary>
/// What an evaluation gave: the value, null where something went wrong, and what went wrong, each with the element
/// (<see cref="FeelDiagnostic.Source"/>) whose text it is about. The explanation is there when it was asked for.
/// </summary>
public sealed record DecisionResult(
    FeelValue Value,
    IReadOnlyList<FeelDiagnostic> Diagnostics,
    Explanation? Explanation
);
