namespace Approvals.Cases.Catalogue;

/// <summary>特别程序: hearing, inspection, test, expert review. Most do not count in the limit (行政许可法 art. 45).</summary>
public sealed record SpecialProcedure(string Name, string Basis, bool CountsInLimit);
