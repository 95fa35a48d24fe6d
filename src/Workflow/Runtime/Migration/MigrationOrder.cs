using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Approvals.Workflow.Execution.Migration;

namespace Approvals.Workflow.Runtime.Migration;

/// <summary>
/// A migration as a file says it: <c>{"process", "from"?, "to"?, "elements"?, "flows"?, "instances"?}</c>.
/// </summary>
public sealed record MigrationOrder
{
    /// <summary>The process id.</summary>
    public required string Process { get; init; }

    /// <summary>The version to leave; without it every version but <see cref="To"/>.</summary>
    public int? From { get; init; }

    /// <summary>The version to reach; without it the latest.</summary>
    public int? To { get; init; }

    public ImmutableDictionary<string, string>? Elements { get; init; }
    public ImmutableDictionary<string, string>? Flows { get; init; }

    /// <summary>Keys of the instances to move; without it all that run.</summary>
    public ImmutableArray<long>? Instances { get; init; }

    public MigrationPlan ToPlan() => new() { Elements = Elements!, Flows = Flows! };

    /// <summary>Reads an order, or gives a sentence that says what is wrong with it.</summary>
    public static (MigrationOrder? Order, string? Problem) Parse(string json)
    {
        try
        {
            return (JsonSerializer.Deserialize(json, MigrationJson.Default.MigrationOrder), null);
        }
        catch (JsonException error)
        {
            return (null, $"The plan can't be read: {error.Message}");
        }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true
)]
[JsonSerializable(typeof(MigrationOrder))]
internal sealed partial class MigrationJson : JsonSerializerContext;
