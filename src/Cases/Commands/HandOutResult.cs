namespace Approvals.Cases.Commands;

/// <summary>A worker gave the result out; the commitment is checked afterwards (承诺告知件).</summary>
public sealed record HandOutResult : CaseCommand;
