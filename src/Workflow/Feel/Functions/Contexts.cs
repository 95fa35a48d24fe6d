using Approvals.Workflow.Feel.Values;
using static Approvals.Workflow.Feel.Functions.Argument;

namespace Approvals.Workflow.Feel.Functions;

/// <summary>`get value`, `get entries`, `context`, `context put`, `context merge`.</summary>
internal static class Contexts
{
    public static readonly BuiltIn GetValue = new(
        "get value",
        Signature.Of(
            [Context("m"), String("key")],
            static (arguments, environment) =>
                arguments[0].AsContext().TryGetValue(arguments[1].AsString(), out var value)
                    ? value
                    : environment.Fail("undefined", $"The context has no entry {arguments[1]}.")
        ),
        Signature.Of([Context("m"), List("keys")], GetNested)
    );

    public static readonly BuiltIn GetEntries = new(
        "get entries",
        Signature.Of(
            [Context("m")],
            static (arguments, environment) =>
            {
                environment.Step(arguments[0].AsContext().Count);
                return FeelValue.From(
                    (IReadOnlyList<FeelValue>)
                        [
                            .. arguments[0]
                                .AsContext()
                                .Select(entry =>
                                    FeelValue.From(
                                        FeelContext
                                            .Empty.With("key", FeelValue.From(entry.Key))
                                            .With("value", entry.Value)
                                    )
                                ),
                        ]
                );
            }
        )
    );

    public static readonly BuiltIn FromEntries = new("context", Signature.Of([List("entries")], Build));

    public static readonly BuiltIn Put = new(
        "context put",
        Signature.Of(
            [Context("context"), String("key"), Any("value")],
            static (arguments, _) =>
                FeelValue.From(arguments[0].AsContext().With(arguments[1].AsString(), arguments[2]))
        ),
        Signature.Of([Context("context"), List("keys"), Any("value")], PutNested)
    );

    public static readonly BuiltIn Merge = new("context merge", Signature.Of([List("contexts")], MergeAll));

    private static FeelValue GetNested(ReadOnlySpan<FeelValue> arguments, FeelEnvironment environment)
    {
        var value = arguments[0];
        foreach (var key in arguments[1].AsList())
        {
            environment.Step();
            if (
                value.Kind != FeelKind.Context
                || key.Kind != FeelKind.String
                || !value.AsContext().TryGetValue(key.AsString(), out value)
            )
            {
                return environment.Fail("undefined", $"The context has no entry {key}.");
            }
        }

        return arguments[1].AsList().Count == 0 ? environment.Fail("arguments", "There is no key.") : value;
    }

    private static FeelValue Build(ReadOnlySpan<FeelValue> arguments, FeelEnvironment environment)
    {
        var context = new FeelContext.Builder();
        foreach (var entry in arguments[0].AsList())
        {
            environment.Step();
            if (
                entry.Kind != FeelKind.Context
                || !entry.AsContext().TryGetValue("key", out var key)
                || key.Kind != FeelKind.String
                || !entry.AsContext().TryGetValue("value", out var value)
                || context.Contains(key.AsString())
            )
            {
                return environment.Fail("arguments", "Entries are contexts with a key, once each, and a value.");
            }

            context.Set(key.AsString(), value);
        }

        return FeelValue.From(context.Build());
    }

    private static FeelValue PutNested(ReadOnlySpan<FeelValue> arguments, FeelEnvironment environment)
    {
        var keys = arguments[1].AsList();
        if (keys.Count == 0 || keys.Any(key => key.Kind != FeelKind.String))
        {
            return environment.Fail("arguments", "The keys are one string or more.");
        }

        environment.CheckListSize(keys.Count);
        var path = new FeelContext[keys.Count];
        path[0] = arguments[0].AsContext();
        for (var i = 1; i < path.Length; i++)
        {
            environment.Step();
            var isContext =
                path[i - 1].TryGetValue(keys[i - 1].AsString(), out var inner) && inner.Kind == FeelKind.Context;
            if (!isContext && !inner.IsNull)
            {
                return environment.Fail("arguments", $"{keys[i - 1]} is no context to put something into.");
            }

            path[i] = isContext ? inner.AsContext() : FeelContext.Empty;
        }

        var value = arguments[2];
        for (var i = path.Length - 1; i >= 0; i--)
        {
            value = FeelValue.From(path[i].With(keys[i].AsString(), value));
        }

        return value;
    }

    private static FeelValue MergeAll(ReadOnlySpan<FeelValue> arguments, FeelEnvironment environment)
    {
        var merged = new FeelContext.Builder();
        foreach (var context in arguments[0].AsList())
        {
            if (context.Kind != FeelKind.Context)
            {
                return environment.Fail("arguments", $"Contexts can be merged, not a {Kinds.NameOf(context)}.");
            }

            environment.Step(context.AsContext().Count + 1);
            foreach (var (name, value) in context.AsContext())
            {
                merged.Set(name, value);
            }
        }

        return FeelValue.From(merged.Build());
    }
}
