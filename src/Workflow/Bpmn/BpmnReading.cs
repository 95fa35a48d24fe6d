using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Bpmn;

/// <summary>
/// The outcome of reading a BPMN file under a set of rules: the executable definitions, or every reason why there are none, in
/// the order of the file. <see cref="Definitions"/> is null exactly when there is a problem.
/// </summary>
public sealed record BpmnReading(Definitions? Definitions, IReadOnlyList<BpmnProblem> Problems)
{
    /// <summary>
    /// What could be made of the file whatever its problems, for checks that need no runnable one; null when it is no BPMN. What
    /// can't be resolved is left out of it: flows with an unknown end, elements without an id.
    /// </summary>
    public Definitions? Draft { get; init; }
}
