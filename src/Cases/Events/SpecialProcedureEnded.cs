namespace Approvals.Cases.Events;

/// <summary>特别程序结束, and the limits go on.</summary>
public sealed record SpecialProcedureEnded(DateTimeOffset At, string By, string Result) : CaseEvent(At);
