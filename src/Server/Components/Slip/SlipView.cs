namespace Approvals.Server.Components.Slip;

/// <summary>The number of a case as on the paper slip.</summary>
/// <param name="Number">Grouped for reading aloud: <c>2026 0916 0037</c>.</param>
public sealed record SlipView(string Number, string TakenWords);
