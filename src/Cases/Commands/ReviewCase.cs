namespace Approvals.Cases.Commands;

/// <summary>审查完成.</summary>
public sealed record ReviewCase(Recommendation Recommendation, string Opinion) : CaseCommand;
