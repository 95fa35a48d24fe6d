namespace Approvals.Cases.Commands;

/// <summary>答复催办: what keeps the step, and when it goes on.</summary>
public sealed record AnswerUrge(string Text) : CaseCommand;
