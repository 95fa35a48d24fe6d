using System.Collections.Immutable;

namespace Approvals.Kernel.Journal.Refolding;

/// <summary>A table whose rows are a function of the journal, compared column by column.</summary>
public sealed record DerivedTable(string Name)
{
    /// <summary>Columns that claim nothing: keys drawn for the row alone, marks of an attempt.</summary>
    public ImmutableArray<string> Except { get; init; } = [];

    /// <summary>What tells the rows apart, as SQL expressions; empty for the primary key.</summary>
    public ImmutableArray<string> Key { get; init; } = [];

    /// <summary>An SQL condition on the rows that are compared.</summary>
    public string? Where { get; init; }
}
