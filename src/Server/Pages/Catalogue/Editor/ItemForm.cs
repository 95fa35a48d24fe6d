using Approvals.Cases.Catalogue;
using Approvals.Cases.Catalogue.Transfer;

namespace Approvals.Server.Pages.Catalogue.Editor;

/// <summary>
/// An item in the editor: a text for every column. Posted as <c>f.name</c>, and <c>f.materials.0.sample</c> for the parts of an entry. What was
/// typed stays, right or wrong.
/// </summary>
public sealed class ItemForm
{
    /// <summary>How many empty entries stand below those that are there.</summary>
    public const int EmptyEntries = 3;

    private const char Divider = '｜';
    private readonly Dictionary<string, string> texts;

    private ItemForm(Dictionary<string, string> texts) => this.texts = texts;

    public static ItemForm Of(Approvals.Cases.Catalogue.Item item) =>
        new(ItemColumns.All.ToDictionary(column => column.Key, column => column.Read(item), StringComparer.Ordinal));

    public static ItemForm Posted(IFormCollection form) =>
        new(
            ItemColumns.All.ToDictionary(
                column => column.Key,
                column => column.Kind == ColumnKind.Table ? Entries(form, column) : Value(form, "f." + column.Key),
                StringComparer.Ordinal
            )
        );

    public string this[string key] => texts[key];

    /// <summary>The parts of every entry, with empty entries to fill in at the end.</summary>
    public IEnumerable<string[]> EntriesOf(ItemColumn column)
    {
        var lines = texts[column.Key].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines
            .Select(line => line.Split(Divider))
            .Concat(Enumerable.Repeat<string[]>([], EmptyEntries))
            .Select(parts =>
                (string[])[.. parts, .. Enumerable.Repeat("", Math.Max(0, column.Parts.Count - parts.Length))]
            );
    }

    /// <summary>The item, and the columns whose texts are none of their kind; such a column is left as it was in the empty item.</summary>
    public (Approvals.Cases.Catalogue.Item Item, IReadOnlyList<ItemColumn> Wrong) ToItem()
    {
        var item = ItemFile.Empty;
        var wrong = new List<ItemColumn>();
        foreach (var column in ItemColumns.All)
        {
            if (column.Write(item, texts[column.Key]) is { } written)
            {
                item = written;
            }
            else
            {
                wrong.Add(column);
            }
        }

        return (item, wrong);
    }

    private static string Value(IFormCollection form, string name) =>
        form[name].ToString().Trim().ReplaceLineEndings("\n");

    /// <summary>An entry whose texts are all empty is none.</summary>
    private static string Entries(IFormCollection form, ItemColumn column)
    {
        var lines = new List<string>();
        for (var row = 0; form.ContainsKey($"f.{column.Key}.{row}.{column.Parts[0]}"); row++)
        {
            var parts = column
                .Parts.Select(part =>
                    Value(form, $"f.{column.Key}.{row}.{part}").Replace(Divider, '/').Replace('\n', '；')
                )
                .ToArray();
            // A tick or a choice alone is no entry: those are there from the beginning.
            if (parts.Where((text, at) => !ItemParts.IsChosen(column.Parts[at])).Any(text => text.Length > 0))
            {
                lines.Add(string.Join(Divider, parts));
            }
        }

        return string.Join('\n', lines);
    }
}

/// <summary>How the parts of entries are edited.</summary>
public static class ItemParts
{
    private static readonly string[] Flags = ["verified", "required", "filledOnline", "counts"];

    public static readonly IReadOnlyList<string> Forms = ["原件", "复印件", "电子"];

    public static bool IsFlag(string part) => Flags.Contains(part, StringComparer.Ordinal);

    public static bool IsForm(string part) => part == "form";

    public static bool IsChosen(string part) => IsFlag(part) || IsForm(part);
}
