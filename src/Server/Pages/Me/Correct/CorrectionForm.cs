using System.Text.Json;
using System.Text.Json.Nodes;
using Approvals.Cases;
using Approvals.Cases.Catalogue;
using Approvals.Workflow.Forms;

namespace Approvals.Server.Pages.Me.Correct;

/// <summary>
/// The part of an application form that a correction notice names: the fields it lists, the uploads of the materials it lists,
/// and every answer when a paper that is made from the answers has to be put right.
/// </summary>
public static class CorrectionForm
{
    /// <param name="schema">The item's application form, as form-js writes it.</param>
    /// <exception cref="InvalidDataException">What is left is no usable form.</exception>
    public static Form Of(string schema, Item item, IReadOnlyList<CorrectionPoint> points)
    {
        var root = JsonNode.Parse(schema)!.AsObject();
        var madeOnline = item.Materials.Where(material => material.FilledOnline).Select(material => material.Name);
        var missing = points.Where(point => point.Problem == CorrectionProblem.Missing).ToList();
        var all = points.Select(point => point.Name).Intersect(madeOnline, StringComparer.Ordinal).Any();
        Keep(
            root,
            component => IsNamed(component, points) || (all && !IsUpload(component)),
            component => IsUpload(component) || IsNamed(component, missing)
        );
        var reading = FormSchema.Parse(root.ToJsonString());
        return reading.Form
            ?? throw new InvalidDataException($"{reading.Problems[0].Component}: {reading.Problems[0].Message}");
    }

    private static void Keep(JsonObject parent, Func<JsonObject, bool> isKept, Func<JsonObject, bool> isDemanded)
    {
        if (parent["components"] is not JsonArray components)
        {
            return;
        }

        foreach (var component in components.OfType<JsonObject>().ToList())
        {
            Keep(component, isKept, isDemanded);
            var isGroup = component["components"] is JsonArray;
            if (isGroup ? component["components"]!.AsArray().Count == 0 : !isKept(component))
            {
                components.Remove(component);
            }
            else if (isDemanded(component))
            {
                Demand(component);
            }
        }
    }

    /// <summary>What the notice asks for must come, whenever the application itself could do without.</summary>
    private static void Demand(JsonObject component)
    {
        component.Remove("conditional");
        if (component["validate"] is not JsonObject)
        {
            component["validate"] = new JsonObject();
        }

        component["validate"]!["required"] = true;
    }

    private static bool IsNamed(JsonObject component, IReadOnlyList<CorrectionPoint> points)
    {
        var key = TextOf(component["key"]);
        var material = TextOf((component["properties"] as JsonObject)?["approvals:material"]);
        return points.Any(point =>
            point.Target == CorrectionTarget.Field ? point.Name == key : point.Name == material && IsUpload(component)
        );
    }

    private static bool IsUpload(JsonObject component) => TextOf(component["type"]) == "filepicker";

    private static string? TextOf(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
