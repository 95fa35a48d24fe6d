using System.Globalization;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Forms.Validation;

/// <summary>What came of one field: a value, or a value that stays null and an error.</summary>
internal readonly record struct Judgement(FeelValue Value, FormFieldError? Error)
{
    public static Judgement Of(FeelValue value) => new(value, null);

    /// <summary>Nothing was answered.</summary>
    public static readonly Judgement Empty = new(FeelValue.Null, null);

    public static Judgement Wrong(
        FormField field,
        string code,
        params ReadOnlySpan<(string Name, object? Value)> arguments
    )
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in arguments)
        {
            map[name] = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        }

        return new(FeelValue.Null, new(field.Key, code, map));
    }
}
