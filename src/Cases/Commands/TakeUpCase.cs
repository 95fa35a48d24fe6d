namespace Approvals.Cases.Commands;

/// <summary>窗口开始办理: from here the minutes of an immediate case count.</summary>
public sealed record TakeUpCase : CaseCommand;
