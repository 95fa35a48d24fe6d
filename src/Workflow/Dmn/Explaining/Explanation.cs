using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Approvals.Workflow.Dmn.Explaining;

/// <summary>
/// Why a decision came out as it did: inputs, the decisions in the order they were made, the rules that matched. All values are
/// canonical FEEL text, so that an explanation can be stored and compared with a later one. <see cref="IsComplete"/> is
/// false when there were more tables or matches than are kept.
/// </summary>
public sealed record Explanation(
    string Decision,
    string Name,
    string Value,
    IReadOnlyList<ExplainedValue> Inputs,
    IReadOnlyList<ExplainedDecision> Decisions,
    IReadOnlyList<ExplainedDiagnostic> Diagnostics,
    bool IsComplete
)
{
    public string ToJson() => JsonSerializer.Serialize(this, ExplanationJson.Readable.Explanation);

    /// <exception cref="JsonException">The text is no explanation.</exception>
    public static Explanation Parse(string json) =>
        JsonSerializer.Deserialize(json, ExplanationJson.Readable.Explanation)
        ?? throw new JsonException("The text is no explanation.");

    /// <summary>What differs, by its place; empty when both say the same.</summary>
    public static IReadOnlyList<ExplanationDifference> Compare(Explanation before, Explanation after) =>
        ExplanationComparison.Compare(before, after);
}

/// <summary>A value by its name, as FEEL text.</summary>
public sealed record ExplainedValue(string Name, string Value);

/// <summary>A decision that was made, with the tables it went through: its own, and those of the knowledge it invoked.</summary>
public sealed record ExplainedDecision(string Id, string Name, string Value, IReadOnlyList<ExplainedTable> Tables);

/// <summary>One run of a table: the values of its inputs and the rules that matched, in their order.</summary>
public sealed record ExplainedTable(
    string? Id,
    string HitPolicy,
    IReadOnlyList<ExplainedValue> Inputs,
    IReadOnlyList<ExplainedRule> Rules
);

/// <summary><paramref name="Number"/> counts from 1, as the rows of the table are shown.</summary>
public sealed record ExplainedRule(int Number, string? Id, string Output, IReadOnlyList<ExplainedValue> Annotations);

/// <summary>A diagnostic, with the element whose text it is about and the place in it.</summary>
public sealed record ExplainedDiagnostic(string Code, string Message, string? Element, int Position, int Length);

/// <summary>Null on one side: it is not there.</summary>
public sealed record ExplanationDifference(string Path, string? Before, string? After);

[JsonSerializable(typeof(Explanation))]
internal sealed partial class ExplanationJson : JsonSerializerContext
{
    /// <summary>Quotes and letters of all languages stay legible, and strict when read.</summary>
    public static ExplanationJson Readable { get; } =
        new(
            new JsonSerializerOptions(JsonSerializerDefaults.Web)
            {
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                RespectNullableAnnotations = true,
                RespectRequiredConstructorParameters = true,
            }
        );
}
