using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Execution.State;

namespace Approvals.Server.Operations;

/// <summary>
/// A modification as a file says it: <c>{"reason", "activate"?: [{"element", "scope"?, "variables"?}], "terminate"?: [key or element
/// id]}</c>. An element id ends every instance of that element in the process itself.
/// </summary>
public sealed record ModificationOrder
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    public string Reason { get; init; } = "";

    public IReadOnlyList<Entry> Activate
    {
        get;
        init => field = value ?? [];
    } = [];

    public IReadOnlyList<string> Terminate
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>An element to enter; <see cref="Scope"/> is the element instance around it, where there are several.</summary>
    public sealed record Entry(string Element, long? Scope = null, JsonElement? Variables = null);

    /// <summary>Reads an order, or gives a sentence that says what is wrong with it.</summary>
    public static (ModificationOrder? Order, string? Problem) Parse(string json)
    {
        try
        {
            return (JsonSerializer.Deserialize<ModificationOrder>(json, Json), null);
        }
        catch (JsonException error)
        {
            return (null, $"The plan can't be read: {error.Message}");
        }
    }

    /// <summary>The command for an instance in this state; null when a variable or a key makes no sense.</summary>
    internal ModifyInstance? ToCommand(ProcessInstanceState state)
    {
        var activate = ImmutableArray.CreateBuilder<ActivateElement>();
        foreach (var entry in Activate)
        {
            if (OperatorVariables.Parse(entry.Variables?.GetRawText()) is not { } variables)
            {
                return null;
            }

            activate.Add(new(entry.Element, entry.Scope, variables));
        }

        return new(activate.ToImmutable(), [.. Terminate.SelectMany(named => KeysOf(state, named))], Reason.Trim());
    }

    /// <summary>A key stands for itself, whether there is such an instance or not; an id for every instance of the element.</summary>
    private static List<long> KeysOf(ProcessInstanceState state, string named)
    {
        if (long.TryParse(named, out var key))
        {
            return [key];
        }

        var keys = new List<long>();
        foreach (var instance in state.Elements.Items)
        {
            if (instance.Scope.DefinitionKey == 0 && instance.Element.Id == named && instance.Round == 0)
            {
                keys.Add(instance.Key);
            }
        }

        return keys;
    }
}
