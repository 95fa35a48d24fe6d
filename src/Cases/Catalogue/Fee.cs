namespace Approvals.Cases.Catalogue;

/// <summary>收费: none, or charged on a named basis (行政许可法 art. 58, 59).</summary>
public sealed record Fee(bool Charged, string? Basis = null, string? Note = null);
