namespace Approvals.Cases.Catalogue.Transfer;

/// <summary>How the text of a column is written and edited.</summary>
public enum ColumnKind
{
    Line,

    /// <summary>A whole number, or empty.</summary>
    Number,

    /// <summary>One of <see cref="ItemColumn.Choices"/>.</summary>
    Choice,

    /// <summary>是 or 否.</summary>
    Flag,

    /// <summary>One entry a line.</summary>
    Lines,

    /// <summary>One entry a line, its <see cref="ItemColumn.Parts"/> divided by ｜.</summary>
    Table,
}

/// <summary>
/// One element of an item as text: what a CSV file has in one column and the editor in one field. <see cref="Write"/> puts a text into the
/// item and gives null when the text is none of the kind.
/// </summary>
/// <param name="Key">Stable name of the column: <c>name</c>, <c>legalBasis</c>.</param>
/// <param name="Header">Its name in files, in zh-Hans.</param>
/// <param name="Section">Where the editor shows it.</param>
public sealed record ItemColumn(
    string Key,
    string Header,
    string Section,
    ColumnKind Kind,
    Func<Item, string> Read,
    Func<Item, string, Item?> Write
)
{
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Keys of the parts of an entry, in their order.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];
}
