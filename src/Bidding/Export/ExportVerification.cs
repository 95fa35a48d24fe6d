namespace Approvals.Bidding.Export;

/// <summary>One thing that was proved again, or wasn't.</summary>
/// <param name="Check">file, record, set, envelopes, opening, names, draw, scores or ranking.</param>
/// <param name="Detail">What was found, one sentence.</param>
public sealed record ExportCheck(string Check, bool Passed, string Detail);

/// <summary>The result of verifying an export.</summary>
/// <param name="Tender">Its number, once the notice could be read.</param>
/// <param name="Phase">Where its record ends.</param>
public sealed record ExportVerification(string? Tender, string? Phase, IReadOnlyList<ExportCheck> Checks)
{
    public bool Passed => Checks.Count > 0 && Checks.All(check => check.Passed);
}
