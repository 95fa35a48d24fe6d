using Approvals.Workflow.Feel.Values;
using static Approvals.Workflow.Feel.Functions.Argument;

namespace Approvals.Workflow.Feel.Functions;

/// <summary>`string join`: null items are left out, anything else but strings makes it null.</summary>
internal static class StringJoin
{
    public static readonly BuiltIn Function = new(
        "string join",
        Signature.Of([List("list"), String("delimiter").Optional().OrNull()], Join)
    );

    private static FeelValue Join(ReadOnlySpan<FeelValue> arguments, FeelEnvironment environment)
    {
        var delimiter = arguments[1].IsNull ? "" : arguments[1].AsString();
        var parts = new List<string>();
        var length = 0L;
        foreach (var item in arguments[0].AsList())
        {
            if (item.IsNull)
            {
                continue;
            }

            if (item.Kind != FeelKind.String)
            {
                return environment.Fail("arguments", $"Strings can be joined, not a {Kinds.NameOf(item)}.");
            }

            environment.Step();
            length += item.AsString().Length + delimiter.Length;
            environment.CheckStringLength(length);
            parts.Add(item.AsString());
        }

        return FeelValue.From(string.Join(delimiter, parts));
    }
}
