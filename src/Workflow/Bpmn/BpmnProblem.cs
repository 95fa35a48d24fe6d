namespace Approvals.Workflow.Bpmn;

/// <summary>
/// What is wrong with a file, at its place. <see cref="Rule"/> is the stable id of the rule that speaks
/// (<c>flow.reference</c>), one of <c>docs/bpmn-rules.md</c>; <see cref="ElementId"/> is that of the element or of the nearest one around
/// it that has one, else null; line and column are 1-based.
/// </summary>
public sealed record BpmnProblem(
    string Rule,
    string? ElementId,
    int Line,
    int Column,
    string Message,
    ProblemLevel Level = ProblemLevel.Structure
);
