using System.Text.Json;
using System.Text.Json.Serialization;

namespace Approvals.Workflow.Simulation.Scenarios;

/// <summary>
/// A <c>*.scenario.json</c> file beside a model: what should happen, told as given, when and then. Unknown fields are refused, so
/// that a misspelt expectation can't pass.
/// </summary>
public sealed record ScenarioFile
{
    /// <summary>The BPMN file, relative to this one.</summary>
    public required string Model { get; init; }

    /// <summary>The process of the file; may be left out when it has only one executable one.</summary>
    public string? Process { get; init; }

    public required IReadOnlyList<Scenario> Scenarios { get; init; }
}

/// <summary>One story.</summary>
public sealed record Scenario
{
    public required string Name { get; init; }
    public ScenarioGiven Given
    {
        get;
        init => field = value ?? new();
    } = new();

    /// <summary>What is done, one after the other.</summary>
    public IReadOnlyList<ScenarioStep> When
    {
        get;
        init => field = value ?? [];
    } = [];

    public required ScenarioExpectation Then { get; init; }
}

/// <summary>How a story begins.</summary>
public sealed record ScenarioGiven
{
    /// <summary>The variables of the started instance, a JSON object.</summary>
    public JsonElement? Variables { get; init; }

    /// <summary>ISO 8601 with offset; by default 2026-01-05T09:00+08:00.</summary>
    public DateTimeOffset? Clock { get; init; }

    /// <summary>The start event, where the process has several.</summary>
    public string? Start { get; init; }

    /// <summary>Workers that answer by themselves: job type (or <c>*</c> for all others) to the variables that they complete with.</summary>
    public IReadOnlyDictionary<string, JsonElement> Jobs
    {
        get;
        init => field = value ?? Nothing;
    } = Nothing;

    private static readonly Dictionary<string, JsonElement> Nothing = [];
}

/// <summary>One thing that is done. Exactly one of the first fields says what; the others are its particulars.</summary>
public sealed record ScenarioStep
{
    /// <summary>Completes the oldest open user task of this element.</summary>
    public string? Complete { get; init; }

    /// <summary>Claims the oldest open user task of this element.</summary>
    public string? Claim { get; init; }

    /// <summary>Sends the oldest open user task of this element back; <see cref="To"/> names the declared target.</summary>
    public string? Return { get; init; }

    /// <summary>Completes the oldest job of this element.</summary>
    public string? Job { get; init; }

    /// <summary>The oldest job of this element fails for good.</summary>
    public string? Fail { get; init; }

    /// <summary>The oldest job of this element ends with a business error; <see cref="Code"/> is its code.</summary>
    public string? Error { get; init; }

    /// <summary>Delivers a message of this name to the subscription that fits.</summary>
    public string? Message { get; init; }

    /// <summary>Throws a signal of this name.</summary>
    public string? Signal { get; init; }

    /// <summary>Moves the clock by an ISO 8601 duration; timers fire on the way, each at its instant.</summary>
    public string? Advance { get; init; }

    /// <summary>Moves the clock to an instant.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Sets variables of the process: <see cref="Variables"/>.</summary>
    public bool? Set { get; init; }

    /// <summary>Resolves the oldest incident of this element.</summary>
    public string? Resolve { get; init; }

    /// <summary>Nothing is done; the situation is compared.</summary>
    public ScenarioExpectation? Expect { get; init; }

    public JsonElement? Variables { get; init; }
    public string? Outcome { get; init; }
    public string? Key { get; init; }
    public string? Code { get; init; }
    public string? To { get; init; }
    public string? Reason { get; init; }

    /// <summary>Who does it; by default somebody who may.</summary>
    public string? By { get; init; }

    /// <summary><c>role@unit</c> groups of <see cref="By"/>.</summary>
    public IReadOnlyList<string> Groups
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The step is to be refused with this code.</summary>
    public string? Rejected { get; init; }
}

/// <summary>What should be so. Only what is named is compared.</summary>
public sealed record ScenarioExpectation
{
    /// <summary>completed, waiting, incident, terminated or canceled.</summary>
    public string? State { get; init; }

    /// <summary>Elements that have been entered by now.</summary>
    public IReadOnlyList<string> Reached
    {
        get;
        init => field = value ?? [];
    } = [];

    public IReadOnlyList<string> NotReached
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Elements entered in this order, others between them.</summary>
    public IReadOnlyList<string> Order
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Exactly the elements that wait, in any order; an element as often as it waits.</summary>
    public IReadOnlyList<string>? Waiting { get; init; }

    /// <summary>Process variables with these values.</summary>
    public IReadOnlyDictionary<string, JsonElement> Variables
    {
        get;
        init => field = value ?? Nothing;
    } = Nothing;

    /// <summary>Exactly the names of the messages thrown so far, in order.</summary>
    public IReadOnlyList<string>? Messages { get; init; }

    /// <summary>Clocks with their due days.</summary>
    public IReadOnlyDictionary<string, DateOnly> Clocks
    {
        get;
        init => field = value ?? NoDays;
    } = NoDays;

    private static readonly Dictionary<string, JsonElement> Nothing = [];
    private static readonly Dictionary<string, DateOnly> NoDays = [];
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true
)]
[JsonSerializable(typeof(ScenarioFile))]
internal sealed partial class ScenarioJson : JsonSerializerContext;
