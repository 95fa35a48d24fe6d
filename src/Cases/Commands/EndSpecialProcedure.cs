namespace Approvals.Cases.Commands;

/// <summary>特别程序结束, with its result.</summary>
public sealed record EndSpecialProcedure(string Result) : CaseCommand;
