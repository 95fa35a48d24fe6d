using System.Globalization;
using System.Text.Json;
using Approvals.Kernel;

namespace Approvals.Cases.Catalogue.Transfer;

/// <summary>
/// The catalogue as a file that leaves and comes back: CSV with one item a row, or JSON with one object an item. Reading gives the items or
/// everything that is wrong, row by row, and never a part of the file.
/// </summary>
public static class ItemFile
{
    /// <summary>More than a province has.</summary>
    public const int MostItems = 20_000;

    /// <summary>An item with nothing in it, for a draft that begins empty.</summary>
    public static Item Empty { get; } =
        new()
        {
            Code = "",
            BasicCode = "",
            ImplementationCode = "",
            BusinessItemCode = "",
            Name = "",
            Unit = "",
            Authority = "",
            PowerType = "行政许可",
            Level = "市",
            ServiceObject = "法人",
            CaseType = CaseType.Committed,
            LegalBasis = [],
            Limits = new TimeLimits(0, 0, "", "工作日", "", false),
            Conditions = [],
            Materials = [],
            SpecialProcedures = [],
            Fee = new Fee(false),
            Result = new ItemResult("", "证照"),
            Theme = "",
            Keywords = [],
            Contact = new Contact("", "", "", "", "", ""),
        };

    public static string ToCsv(IEnumerable<Item> items) =>
        CsvText.Write([
            [.. ItemColumns.All.Select(column => column.Header)],
            .. items.Select(item => (IReadOnlyList<string>)[.. ItemColumns.All.Select(column => column.Read(item))]),
        ]);

    public static string ToJson(IEnumerable<Item> items) =>
        "[\n" + string.Join(",\n", items.Select(CatalogueCodec.WriteItem)) + "\n]\n";

    /// <summary>
    /// Reads a CSV file with a row of headers; columns may stand in any order and may be missing. Faults: <c>item-file.empty</c>,
    /// <c>item-file.unknown-column</c>, <c>item-file.no-code-column</c>, and with a <c>row</c> each: <c>item-file.no-code</c>,
    /// <c>item-file.double-code</c>, <c>item-file.bad-cell</c>, <c>item-file.too-many-cells</c>.
    /// </summary>
    public static (IReadOnlyList<Item> Items, IReadOnlyList<Rejection> Faults) FromCsv(string text)
    {
        var rows = CsvText.Read(text);
        if (rows.Count < 2)
        {
            return ([], [Rejection.Of("item-file.empty")]);
        }

        var faults = new List<Rejection>();
        var columns = new List<ItemColumn>();
        foreach (var header in rows[0].Cells.Select(cell => cell.Trim()))
        {
            if (ItemColumns.All.FirstOrDefault(each => each.Header == header || each.Key == header) is { } column)
            {
                columns.Add(column);
            }
            else
            {
                faults.Add(Rejection.Of("item-file.unknown-column", ("column", header)));
            }
        }

        if (columns.TrueForAll(column => column.Key != ItemColumns.Code))
        {
            faults.Add(Rejection.Of("item-file.no-code-column"));
        }

        if (faults.Count > 0)
        {
            return ([], faults);
        }

        var read = rows.Skip(1).Select(row => (row.Line, Item: ReadRow(row, columns, faults))).ToList();
        return Whole(read, faults);
    }

    /// <summary>Reads an array of items; a fault is <c>item-file.not-json</c> or, with the <c>row</c> (counted from 1), as in a CSV file.</summary>
    public static (IReadOnlyList<Item> Items, IReadOnlyList<Rejection> Faults) FromJson(string text)
    {
        var faults = new List<Rejection>();
        var items = new List<(int, Item?)>();
        try
        {
            using var document = JsonDocument.Parse(text);
            if (document.RootElement.ValueKind != JsonValueKind.Array || document.RootElement.GetArrayLength() == 0)
            {
                return ([], [Rejection.Of("item-file.empty")]);
            }

            foreach (var (index, element) in document.RootElement.EnumerateArray().Index())
            {
                items.Add((index + 1, ReadElement(element, index + 1, faults)));
            }
        }
        catch (JsonException fault)
        {
            return ([], [Rejection.Of("item-file.not-json", ("fault", fault.Message))]);
        }

        return Whole(items, faults);
    }

    private static Item? ReadElement(JsonElement element, int row, List<Rejection> faults)
    {
        try
        {
            return CatalogueCodec.ReadItem(element.GetRawText());
        }
        catch (InvalidDataException fault)
        {
            faults.Add(Rejection.Of("item-file.bad-item", ("row", Number(row)), ("fault", fault.Message)));
            return null;
        }
    }

    private static Item? ReadRow(
        (int Line, IReadOnlyList<string> Cells) row,
        List<ItemColumn> columns,
        List<Rejection> faults
    )
    {
        if (row.Cells.Count > columns.Count)
        {
            faults.Add(Rejection.Of("item-file.too-many-cells", ("row", Number(row.Line))));
            return null;
        }

        var item = Empty;
        var isGood = true;
        foreach (var (column, cell) in columns.Zip(row.Cells))
        {
            var text = cell.Trim().ReplaceLineEndings("\n");
            if (column.Write(item, text) is { } written)
            {
                item = written;
                continue;
            }

            isGood = false;
            faults.Add(
                Rejection.Of(
                    "item-file.bad-cell",
                    ("row", Number(row.Line)),
                    ("column", column.Header),
                    ("text", text.Length > 40 ? text[..40] + "…" : text)
                )
            );
        }

        return isGood ? item : null;
    }

    private static (IReadOnlyList<Item> Items, IReadOnlyList<Rejection> Faults) Whole(
        List<(int Row, Item? Item)> read,
        List<Rejection> faults
    )
    {
        if (read.Count > MostItems)
        {
            faults.Add(Rejection.Of("item-file.too-long", ("most", Number(MostItems))));
        }

        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (row, item) in read)
        {
            if (item is { Code.Length: 0 })
            {
                faults.Add(Rejection.Of("item-file.no-code", ("row", Number(row))));
            }
            else if (item is not null && !codes.Add(item.Code))
            {
                faults.Add(Rejection.Of("item-file.double-code", ("row", Number(row)), ("code", item.Code)));
            }
        }

        return faults.Count > 0 ? ([], faults) : ([.. read.Select(each => each.Item!)], []);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
