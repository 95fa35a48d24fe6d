namespace Approvals.Cases.Commands;

/// <summary>责令限期整改: what must be put right, each demand a sentence.</summary>
public sealed record RequireRectification(IReadOnlyList<string> Demands) : CaseCommand;
