using System.Text.Json;

namespace Approvals.Workflow.Forms.Reading;

/// <summary>Walks the components of a schema; collects every problem instead of stopping at the first.</summary>
internal sealed class SchemaReader
{
    private const int MaxComponents = 1_000;
    private const int NewestVersion = 19;

    private readonly List<FormProblem> problems = [];
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly HashSet<string> keys = new(StringComparer.Ordinal);
    private int components;

    public FormReading Read(JsonElement root)
    {
        if (root.ValueKind is not JsonValueKind.Object)
        {
            return new(null, [new("", "The schema is not an object.")]);
        }

        if (
            root.TryGetProperty("schemaVersion", out var version)
            && !(version.TryGetInt32(out var v) && v <= NewestVersion)
        )
        {
            problems.Add(new("", $"The schema version is newer than {NewestVersion}."));
        }

        var items = Items(root, new("", "", null));
        if (problems.Count == 0)
        {
            CheckKeys();
        }

        var id =
            root.TryGetProperty("id", out var given) && given.ValueKind is JsonValueKind.String
                ? given.GetString()!
                : "";
        return problems.Count == 0 ? new(new Form(id, items), []) : new(null, problems);
    }

    /// <summary>What the components around pass on: the path of keys, the page.</summary>
    internal sealed record Surroundings(string Path, string Step, LocalText? StepTitle);

    private List<FormItem> Items(JsonElement parent, Surroundings around)
    {
        var items = new List<FormItem>();
        if (!parent.TryGetProperty("components", out var list) || list.ValueKind is not JsonValueKind.Array)
        {
            problems.Add(new("", "A list of components is missing."));
            return items;
        }

        foreach (var json in list.EnumerateArray())
        {
            if (++components > MaxComponents)
            {
                problems.Add(new("", $"The form has more than {MaxComponents} components."));
                break;
            }

            var component = new Component(json, problems, components);
            if (!component.IsObject)
            {
                continue;
            }

            around = component.Step is { } step ? around with { Step = step.Default, StepTitle = step } : around;
            if (!ids.Add(component.Id))
            {
                component.Problem("Another component has the same id.");
            }

            AddItem(items, component, around);
        }

        return items;
    }

    private void AddItem(List<FormItem> items, Component component, Surroundings around)
    {
        switch (component.Type)
        {
            case "button":
                break;
            case "multipage":
                items.AddRange(Items(component.Json, around));
                break;
            case "group" or "page":
                items.Add(Group(component, around));
                break;
            case "text" or "html":
                items.Add(Placed(ParagraphReader.Read(component), component, around));
                break;
            case "separator":
                items.Add(Placed(new FormSeparator(component.Id), component, around));
                break;
            case "spacer":
                var height = Math.Clamp(component.Integer("height") ?? 60, 0, 400);
                items.Add(Placed(new FormSpacer(component.Id, height), component, around));
                break;
            case "expression":
                Key(component, around);
                if (component.Expression("expression") is { } expression)
                {
                    var computed = new FormExpression(component.Id, KeyOf(component, around), expression);
                    items.Add(Placed(computed, component, around));
                }

                break;
            default:
                if (FieldReader.Read(component, KeyOf(component, around)) is { } field)
                {
                    Key(component, around);
                    items.Add(Placed(field, component, around));
                }

                break;
        }
    }

    private FormGroup Group(Component component, Surroundings around)
    {
        var path = component.Text("path") is { Length: > 0 } own ? around.Path + own + "." : around.Path;
        if (component.Is("isRepeating"))
        {
            component.Problem("Repeating groups are not supported.");
        }

        var inside = around with { Path = path };
        if (component.Type is "page")
        {
            inside = inside with { Step = component.Label.Default, StepTitle = component.Label };
        }

        var group = Placed(
            new FormGroup(component.Id, Items(component.Json, inside)) { Outline = component.Is("showOutline") },
            component,
            inside
        );
        if (component.Type is "page")
        {
            // The page's label is its title, not a legend inside it.
            group = group with
            {
                Label = LocalText.Empty,
            };
        }

        foreach (var item in group.Items)
        {
            item.Group = group;
        }

        return group;
    }

    private static T Placed<T>(T item, Component component, Surroundings around)
        where T : FormItem =>
        item with
        {
            Label = component.Label,
            Step = around.Step,
            StepTitle = around.StepTitle,
            Hide = component.Hide,
        };

    private static string KeyOf(Component component, Surroundings around) =>
        around.Path + (component.Text("key") ?? "");

    private void Key(Component component, Surroundings around)
    {
        var key = KeyOf(component, around);
        if (key.Length == 0 || key.Split('.').Any(part => !IsName(part)))
        {
            component.Problem("Its key must be letters, digits and underscores, with dots between names.");
        }
        else if (!keys.Add(key))
        {
            component.Problem($"Another field has the key {key}.");
        }
    }

    /// <summary>A key can't be a value and a context at once.</summary>
    private void CheckKeys()
    {
        foreach (var key in keys)
        {
            for (var dot = key.IndexOf('.'); dot > 0; dot = key.IndexOf('.', dot + 1))
            {
                if (keys.Contains(key[..dot]))
                {
                    problems.Add(new(key, $"The key {key[..dot]} is a field already."));
                }
            }
        }
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= 100
        && !char.IsAsciiDigit(name[0])
        && name.All(c => c == '_' || char.IsLetterOrDigit(c));
}
