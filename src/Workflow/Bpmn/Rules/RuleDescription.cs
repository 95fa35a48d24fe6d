namespace Approvals.Workflow.Bpmn.Rules;

/// <summary>One entry of <c>docs/bpmn-rules.md</c>.</summary>
/// <param name="Id">Stable; <see cref="BpmnProblem.Rule"/> names it.</param>
/// <param name="Clause">Where the constraint comes from: a section of OMG formal/2011-01-03, its XML schema, or our own dialect.</param>
/// <param name="Sentence">What has to hold.</param>
/// <param name="IsHarmless">What breaks it is no valid BPMN, but runs as it stands without any doubt about what is meant.</param>
public sealed record RuleDescription(
    string Id,
    ProblemLevel Level,
    string Clause,
    string Sentence,
    bool IsHarmless = false
);
