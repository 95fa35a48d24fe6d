using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Simulation;

/// <summary>A message given to a run: there from its instant on, until something takes it.</summary>
internal sealed record RunMessage(
    string Name,
    string? CorrelationKey,
    ImmutableArray<Variable> Variables,
    DateTimeOffset At
)
{
    /// <summary>The process that has thrown it; null when it was given to the run.</summary>
    public ProcessDefinition? Thrower { get; init; }

    /// <summary>A message without a key is met by name alone, and so is one for a subscription without a key.</summary>
    public bool Fits(MessageSubscriptionState subscription) =>
        subscription.MessageName == Name
        && (
            CorrelationKey is null
            || subscription.CorrelationKey is null
            || subscription.CorrelationKey == CorrelationKey
        );

    /// <summary>Reads the array, or gives a sentence that says what is wrong with it.</summary>
    public static bool TryParse(
        string? json,
        [NotNullWhen(true)] out List<RunMessage>? messages,
        [NotNullWhen(false)] out string? problem
    )
    {
        messages = [];
        problem = null;
        if (!TryJson(json ?? "[]", out var list) || list.Kind != FeelKind.List)
        {
            problem = "The messages are not a JSON array.";
        }

        foreach (var item in problem is null ? list.AsList() : [])
        {
            if (Read(item) is { } message)
            {
                messages.Add(message);
            }
            else
            {
                problem = "A message is {\"name\", \"correlationKey\"?, \"variables\"?, \"at\"?}, not " + item + ".";
            }
        }

        return problem is null;
    }

    public static bool TryVariables(string? json, out ImmutableArray<Variable> variables)
    {
        variables = [];
        if (!TryJson(json ?? "{}", out var value) || value.Kind != FeelKind.Context)
        {
            return false;
        }

        variables = ToVariables(value);
        return true;
    }

    private static bool TryJson(string json, out FeelValue value)
    {
        try
        {
            value = FeelJson.Parse(json);
            return true;
        }
        catch (JsonException)
        {
            value = default;
            return false;
        }
    }

    private static RunMessage? Read(FeelValue item)
    {
        if (item.Kind != FeelKind.Context)
        {
            return null;
        }

        var context = item.AsContext();
        context.TryGetValue("name", out var name);
        context.TryGetValue("correlationKey", out var key);
        context.TryGetValue("variables", out var variables);
        context.TryGetValue("at", out var at);
        var instant = ModelRunOptions.Begin;
        var fits =
            name.Kind == FeelKind.String
            && key.Kind is FeelKind.Null or FeelKind.String or FeelKind.Number
            && variables.Kind is FeelKind.Null or FeelKind.Context
            && (at.IsNull || (at.Kind == FeelKind.String && TimerText.TryMoment(at.AsString(), out instant)));
        return fits
            ? new(
                name.AsString(),
                key.Kind == FeelKind.Number ? key.AsNumber().ToString()
                    : key.IsNull ? null
                    : key.AsString(),
                variables.IsNull ? [] : ToVariables(variables),
                instant
            )
            : null;
    }

    private static ImmutableArray<Variable> ToVariables(FeelValue context) =>
        [.. context.AsContext().Select(entry => new Variable(entry.Key, entry.Value))];
}
