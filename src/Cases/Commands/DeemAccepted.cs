namespace Approvals.Cases.Commands;

/// <summary>视为受理: nobody told anything within the five days (行政许可法 art. 32).</summary>
public sealed record DeemAccepted : CaseCommand;
