namespace Approvals.Cases.Commands;

/// <summary>特别程序: which procedure, how many working days it takes, and why it is needed (行政许可法 art. 45).</summary>
public sealed record BeginSpecialProcedure(string Procedure, int Days, string Reason) : CaseCommand;
