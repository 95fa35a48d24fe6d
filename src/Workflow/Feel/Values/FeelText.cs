using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Approvals.Workflow.Feel.Values;

/// <summary>The two texts of a value: what `string()` gives, and a literal that reads back to the value.</summary>
internal static class FeelText
{
    /// <summary>FEEL text that reads back to the same value.</summary>
    public static string Literal(FeelValue value)
    {
        var text = new StringBuilder();
        Append(text, value, literal: true, int.MaxValue);
        return text.ToString();
    }

    /// <summary>What `string(value)` gives (DMN 1.5 §10.3.4.1): a string itself bare, temporal values as ISO 8601.</summary>
    public static string Plain(FeelValue value, int maxLength)
    {
        if (value.Kind == FeelKind.String)
        {
            return value.AsString();
        }

        var text = new StringBuilder();
        Append(text, value, literal: false, maxLength);
        return text.ToString();
    }

    public static void AppendQuoted(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => text.Append(c),
            };
        }

        text.Append('"');
    }

    public static void Append(StringBuilder text, FeelValue value, bool literal, int maxLength)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (text.Length > maxLength)
        {
            throw new FeelLimitException($"a text is longer than {maxLength} characters");
        }

        switch (value.Kind)
        {
            case FeelKind.Null:
                text.Append("null");
                break;
            case FeelKind.Boolean:
                text.Append(value.AsBoolean() ? "true" : "false");
                break;
            case FeelKind.Number:
                text.Append(value.AsNumber().ToString());
                break;
            case FeelKind.String:
                AppendQuoted(text, value.AsString());
                break;
            case FeelKind.List:
                AppendList(text, value.AsList(), literal, maxLength);
                break;
            case FeelKind.Context:
                AppendContext(text, value.AsContext(), literal, maxLength);
                break;
            case FeelKind.Range:
                AppendRange(text, value.AsRange(), literal, maxLength);
                break;
            case FeelKind.Function:
                text.Append(value.AsFunction().ToString());
                break;
            default:
                _ = literal ? text.Append("@\"").Append(Iso(value)).Append('"') : text.Append(Iso(value));
                break;
        }
    }

    /// <summary>ISO 8601 text of a temporal value, with `@zone` where it names one.</summary>
    public static string Iso(FeelValue value) =>
        value.Kind switch
        {
            FeelKind.Date => value.AsDate().ToString(),
            FeelKind.Time => value.AsTime().ToString(),
            FeelKind.DateTime => value.AsDateTime().ToString(),
            FeelKind.DaysTimeDuration => value.AsDaysTimeDuration().ToString(),
            FeelKind.YearsMonthsDuration => value.AsYearsMonthsDuration().ToString(),
            _ => throw new InvalidOperationException($"A {value.Kind} is not temporal."),
        };

    private static void AppendList(StringBuilder text, IReadOnlyList<FeelValue> list, bool literal, int maxLength)
    {
        text.Append('[');
        for (var i = 0; i < list.Count; i++)
        {
            text.Append(i == 0 ? "" : ", ");
            Append(text, list[i], literal, maxLength);
        }

        text.Append(']');
    }

    private static void AppendContext(StringBuilder text, FeelContext context, bool literal, int maxLength)
    {
        text.Append('{');
        for (var i = 0; i < context.Count; i++)
        {
            text.Append(i == 0 ? "" : ", ");
            var (name, value) = context[i];
            if (Syntax.Characters.IsName(name))
            {
                text.Append(name);
            }
            else
            {
                AppendQuoted(text, name);
            }

            text.Append(": ");
            Append(text, value, literal, maxLength);
        }

        text.Append('}');
    }

    private static void AppendRange(StringBuilder text, FeelRange range, bool literal, int maxLength)
    {
        if (range.IsComparison)
        {
            var symbol = (range.Start.IsNull, range.End.IsNull) switch
            {
                (true, _) => range.EndIncluded ? "<= " : "< ",
                (_, true) => range.StartIncluded ? ">= " : "> ",
                _ => range.IsExclusion ? "!= " : "= ",
            };
            text.Append('(').Append(symbol);
            Append(text, range.Start.IsNull ? range.End : range.Start, literal, maxLength);
            text.Append(')');
            return;
        }

        text.Append(range.StartIncluded ? '[' : '(');
        Append(text, range.Start, literal, maxLength);
        text.Append("..");
        Append(text, range.End, literal, maxLength);
        text.Append(range.EndIncluded ? ']' : ')');
    }
}
