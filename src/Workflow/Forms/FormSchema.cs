using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Approvals.Workflow.Forms.Reading;

namespace Approvals.Workflow.Forms;

/// <summary>What is wrong with a schema, and where: the id or key of the component, or the schema itself.</summary>
public sealed record FormProblem(string Component, string Message);

/// <summary>Either the form, or the problems that say why there is none.</summary>
public sealed record FormReading(Form? Form, IReadOnlyList<FormProblem> Problems)
{
    [MemberNotNullWhen(true, nameof(Form))]
    public bool IsUsable => Form is not null;
}

/// <summary>
/// Reads form-js schemas (JSON, schema versions up to 19) as Camunda's modeler writes them. Layout rows are left out,
/// buttons are ours; whatever else can't be kept is refused with a sentence, so that nothing is shown and not checked.
/// </summary>
/// <remarks>
/// Our keys in a component's <c>properties</c>: <c>approvals:step</c> (page), <c>approvals:check</c> (see
/// <see cref="FieldChecks"/>), <c>approvals:patternMessage</c>, <c>approvals:material</c>, <c>approvals:accept</c>
/// (endings, comma-separated), <c>approvals:maxBytes</c>, <c>approvals:autocomplete</c>; translations as
/// <c>label.en</c>, <c>description.zh-Hant</c>, <c>text.en</c>, <c>prefix.en</c>, <c>suffix.en</c>,
/// <c>approvals:step.en</c>, <c>approvals:patternMessage.en</c>, and <c>value.VALUE.en</c> for options.
/// </remarks>
public static class FormSchema
{
    public const int MaxCharacters = 1024 * 1024;

    public static FormReading Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (json.Length > MaxCharacters)
        {
            return Refused($"The schema is longer than {MaxCharacters} characters.");
        }

        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 48 });
            return new SchemaReader().Read(document.RootElement);
        }
        catch (JsonException e)
        {
            return Refused($"The schema is not JSON: {e.Message}");
        }
    }

    private static FormReading Refused(string message) => new(null, [new("", message)]);
}
