namespace Approvals.Workflow.Dmn;

/// <summary>
/// What is wrong with a decision model, at its place. <see cref="Rule"/> is stable (<c>reference.unknown</c>);
/// <see cref="ElementId"/> is null where no element around the place has an id; line and column are 1-based.
/// </summary>
public sealed record DmnProblem(string Rule, string? ElementId, int Line, int Column, string Message);
