using System.Text.Json.Nodes;
using Approvals.Workflow.Forms;

namespace Approvals.Workflow.Tests.Forms;

/// <summary>
/// <c>Cases/fields.txt</c>: a component, what is posted for it, and the value in the document or the error. Lines that
/// begin with # are comments; the columns are parted by <c> | </c>.
/// </summary>
public static class FieldCases
{
    public sealed record Case(string Component, string Posted, string Expected);

    public static IReadOnlyList<Case> All { get; } =
    [
        .. File.ReadLines(Path.Combine(Folder(), "Cases", "fields.txt"))
            .Where(l => l.Length > 0 && l[0] != '#')
            .Select(l => l.Split(" | "))
            .Select(p => new Case(p[0].Trim(), p[1].Trim(), p[2].Trim())),
    ];

    public static TheoryData<string, string, string> Rows()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var (component, posted, expected) in All)
        {
            rows.Add(component, posted, expected);
        }

        return rows;
    }

    /// <summary>
    /// A posted list is a JSON array of texts, or of files <c>[name, bytes]</c>; anything else is one text in JSON or
    /// plain; <c>-</c> posts nothing.
    /// </summary>
    internal static FormOutcome Judge(string component, string posted)
    {
        var json = JsonNode.Parse(component)!.AsObject();
        json["key"] = "k";
        json["id"] = "k";
        var form = FormModels.Of(json.ToJsonString());
        return FormValidator.Validate(form, Input(posted), FormModels.Options());
    }

    private static FormInput Input(string posted)
    {
        if (posted == "-")
        {
            return FormInput.Empty;
        }

        if (posted[0] is not ('[' or '"'))
        {
            return FormModels.Input(("k", posted));
        }

        var node = JsonNode.Parse(posted)!;
        if (node is JsonArray files && files.Count > 0 && files[0] is JsonArray)
        {
            return FormInput.Empty with
            {
                Files = new Dictionary<string, IReadOnlyList<UploadedFile>>
                {
                    ["k"] =
                    [
                        .. files.Select(f => new UploadedFile("00", f![0]!.GetValue<string>(), f[1]!.GetValue<long>())),
                    ],
                },
            };
        }

        var texts = node is JsonArray list ? list.Select(n => n!.GetValue<string>()) : [node.GetValue<string>()];
        return FormModels.Input([.. texts.Select(t => ("k", t))]);
    }

    private static string Folder([System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        Path.GetDirectoryName(here)!;
}
