namespace Approvals.Cases.Catalogue.Transfer;

/// <summary>The columns whose entries have parts: legal basis, materials, special procedures.</summary>
internal static class ItemTables
{
    public static readonly string[] BasisParts = ["law", "article", "version", "verified", "source", "note"];
    public static readonly string[] MaterialParts =
    [
        "material",
        "required",
        "when",
        "materialBasis",
        "form",
        "sharedFrom",
        "filledOnline",
        "sample",
    ];
    public static readonly string[] ProcedureParts = ["procedure", "procedureBasis", "counts"];

    public static string Basis(Item item) =>
        ItemCells.Lines(
            item.LegalBasis.Select(each =>
                ItemCells.Parts(
                    each.Law,
                    ItemCells.Number(each.Article),
                    each.Version,
                    ItemCells.Flag(each.Verified),
                    each.Source,
                    each.Note
                )
            )
        );

    public static Item? WriteBasis(Item item, string text) =>
        Entries(
            text,
            BasisParts.Length,
            parts =>
                ItemCells.TryNumber(parts[1], out var article) && ItemCells.ReadFlag(parts[3]) is { } verified
                    ? new LegalReference(
                        parts[0],
                        verified,
                        article,
                        ItemCells.OrNull(parts[2]),
                        ItemCells.OrNull(parts[4]),
                        ItemCells.OrNull(parts[5])
                    )
                    : null
        )
            is { } read
            ? item with
            {
                LegalBasis = read,
            }
            : null;

    public static string Materials(Item item) =>
        ItemCells.Lines(
            item.Materials.Select(each =>
                ItemCells.Parts(
                    each.Name,
                    ItemCells.Flag(each.Required),
                    each.When,
                    each.Basis,
                    each.Form,
                    each.SharedFrom,
                    ItemCells.Flag(each.FilledOnline),
                    each.Sample
                )
            )
        );

    public static Item? WriteMaterials(Item item, string text) =>
        Entries(
            text,
            MaterialParts.Length,
            parts =>
                ItemCells.ReadFlag(parts[1]) is { } required && ItemCells.ReadFlag(parts[6]) is { } filled
                    ? new Material(
                        parts[0],
                        required,
                        parts[3],
                        parts[4],
                        ItemCells.OrNull(parts[2]),
                        ItemCells.OrNull(parts[5]),
                        filled,
                        ItemCells.OrNull(parts[7])
                    )
                    : null
        )
            is { } read
            ? item with
            {
                Materials = read,
            }
            : null;

    public static string Procedures(Item item) =>
        ItemCells.Lines(
            item.SpecialProcedures.Select(each =>
                ItemCells.Parts(each.Name, each.Basis, ItemCells.Flag(each.CountsInLimit))
            )
        );

    public static Item? WriteProcedures(Item item, string text) =>
        Entries(
            text,
            ProcedureParts.Length,
            parts =>
                ItemCells.ReadFlag(parts[2]) is { } counts ? new SpecialProcedure(parts[0], parts[1], counts) : null
        )
            is { } read
            ? item with
            {
                SpecialProcedures = read,
            }
            : null;

    /// <summary>Null as soon as one line is none.</summary>
    private static List<T>? Entries<T>(string text, int parts, Func<string[], T?> read)
        where T : class
    {
        var entries = new List<T>();
        foreach (var line in ItemCells.ReadLines(text))
        {
            if (ItemCells.ReadParts(line, parts) is not { } cells || read(cells) is not { } entry)
            {
                return null;
            }

            entries.Add(entry);
        }

        return entries;
    }
}
