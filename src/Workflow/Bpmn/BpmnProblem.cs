namespace Approvals.Workflow.Bpmn;

/// <summary>
/// What is wrong with a file, at its place. <see cref="Rule"/> is the stable id of the rule that speaks
/// (<c>flow.reference</c>), one of <c>docs/bpmn-rules.md</c>; <see cref="ElementId"/> is that of the element or of the nearest one around
/// it that has one, else null; line and column are 1-based. <see cref="Place"/> says of a broken expression where it stands:
/// <c>input[2]@source</c> is the attribute of the second <c>input</c> among its like, without <c>@</c> it is the element's text.
/// </summary>
public sealed record BpmnProblem(
    string Rule,
    string? ElementId,
    int Line,
    int Column,
    string Message,
    ProblemLevel Level = ProblemLevel.Structure,
    string? Place = null
);
