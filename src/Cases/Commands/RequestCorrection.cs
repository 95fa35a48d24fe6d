namespace Approvals.Cases.Commands;

/// <summary>发出一次性补正告知, before acceptance or during the review.</summary>
public sealed record RequestCorrection(IReadOnlyList<CorrectionPoint> Points) : CaseCommand;
