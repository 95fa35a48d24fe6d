namespace Approvals.Cases.Commands;

/// <summary>缺席默认: the department did not answer in its time.</summary>
public sealed record DefaultOpinion(string Unit) : CaseCommand;
