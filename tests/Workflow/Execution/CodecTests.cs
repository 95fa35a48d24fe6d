using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using Approvals.Workflow.Execution.Clocks;
using Approvals.Workflow.Execution.Codecs;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;
using Approvals.Workflow.Tests.Feel;

namespace Approvals.Workflow.Tests.Execution;

public sealed class CodecTests
{
    public static TheoryData<EventKind> Kinds => [.. Enum.GetValues<EventKind>()];

    /// <summary>Every constructor parameter gets a value of its own, then its empty one: a field that is lost shows.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_event_comes_back_as_it_was(EventKind kind)
    {
        foreach (var isFull in new[] { true, false })
        {
            var written = Make(kind, isFull);

            var read = EventCodec.Read(TestInstance.Encode([written])).ShouldHaveSingleItem();

            Fields(read).ShouldBe(Fields(written));
        }
    }

    [Theory]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("12345678901234567890.1234567890123")]
    [InlineData("-0.5")]
    [InlineData("1E+400")]
    [InlineData("\"二 \\\" \\u0001\"")]
    [InlineData("@\"2026-02-28\"")]
    [InlineData("@\"2026-02-28T10:00:00.5+08:00\"")]
    [InlineData("@\"10:00:00Z\"")]
    [InlineData("@\"P1DT2H\"")]
    [InlineData("@\"-P14M\"")]
    [InlineData("[1..3)")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"@feel\": \"not a literal\", b: [@\"2026-01-01\", {\"@context\": 1}]}")]
    public void A_value_keeps_its_kind_in_journal_and_snapshot(string feel)
    {
        var value = FeelExpression
            .Compile(feel)
            .Expression.ShouldNotBeNull()
            .Evaluate(MapScope.Empty, new() { Now = DateTimeOffset.UnixEpoch });
        var set = new VariablesSet(TestInstance.Key, [new("@v", value)]);

        var read = (VariablesSet)EventCodec.Read(TestInstance.Encode([set]))[0];
        var instance = new TestInstance(Models.Read("parallel-join"));
        instance.Start();
        instance.Send(new Workflow.Execution.Commands.SetVariables(set.Variables));
        instance.Restart(fromJournal: false);

        read.Variables[0].ShouldBe(new Variable("@v", value));
        instance.State.Root.TryGetValue("@v", out var restored).ShouldBeTrue();
        restored.ShouldBe(value);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[{\"type\":\"caseClosed\"}]")]
    [InlineData("[{\"type\":\"elementCompleted\",\"key\":1}]")]
    [InlineData("[{\"type\":\"elementCompleted\",\"key\":1,\"element\":7}]")]
    public void What_is_no_event_is_refused(string json) =>
        Should
            .Throw<Exception>(() => EventCodec.Read(Encoding.UTF8.GetBytes(json)))
            .ShouldSatisfyAllConditions(e => (e is InvalidDataException or InvalidOperationException).ShouldBeTrue());

    [Fact]
    public void A_cut_snapshot_is_refused()
    {
        var definition = Models.Read("clock");
        var instance = new TestInstance(definition) { Actor = new("p:1", ["clerk@hall"]) };
        instance.Start("""{"days": 7}""");
        var bytes = TestInstance.Snapshot(instance.State);

        for (var length = 0; length < bytes.Length; length++)
        {
            Should.Throw<InvalidDataException>(() => StateCodec.Read(bytes.AsSpan(0, length), definition));
        }
    }

    [Fact]
    public void The_order_of_writing_variables_does_not_show_in_the_snapshot()
    {
        var one = new TestInstance(Models.Read("parallel-join"));
        var other = new TestInstance(Models.Read("parallel-join"));

        one.Start("""{"a": 1, "b": 2, "c": 3}""");
        other.Start("""{"c": 3, "a": 1, "b": 2}""");

        TestInstance.Snapshot(other.State).ShouldBe(TestInstance.Snapshot(one.State));
    }

    private static WorkflowEvent Make(EventKind kind, bool isFull)
    {
        var type = typeof(WorkflowEvent)
            .Assembly.GetType($"{typeof(WorkflowEvent).Namespace}.{kind}")
            .ShouldNotBeNull();
        var parameters = type.GetConstructors().MaxBy(c => c.GetParameters().Length)!.GetParameters();
        var seed = 0;
        return (WorkflowEvent)Activator.CreateInstance(type, [.. parameters.Select(p => ValueFor(p, isFull, ++seed))])!;
    }

    private static object? ValueFor(ParameterInfo parameter, bool isFull, int seed)
    {
        var isNullable = new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable;
        if (!isFull && isNullable)
        {
            return null;
        }

        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return type switch
        {
            _ when type == typeof(long) => 1000L + seed,
            _ when type == typeof(int) => isFull ? seed : -1,
            _ when type == typeof(string) => isFull ? $"文字 {seed}" : "",
            _ when type == typeof(bool) => isFull,
            _ when type == typeof(DateTimeOffset) => DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_000 + seed),
            _ when type == typeof(DateOnly) => new DateOnly(2026, 1, seed),
            _ when type.IsEnum => Enum.GetValues(type).GetValue(isFull ? 1 : 0),
            _ when type == typeof(ClockDates) => new ClockDates(
                new(2026, 2, 3),
                DateTimeOffset.FromUnixTimeMilliseconds(seed),
                isFull ? new(2026, 2, 1) : null,
                "v",
                isFull
            ),
            _ when type == typeof(ImmutableArray<string>) => isFull
                ? ImmutableArray.Create("a", "b")
                : ImmutableArray<string>.Empty,
            _ when type == typeof(ImmutableArray<KeyValuePair<string, string>>) => isFull
                ? ImmutableArray.Create(KeyValuePair.Create("k", "v"), KeyValuePair.Create("k", "w"))
                : ImmutableArray<KeyValuePair<string, string>>.Empty,
            _ when type == typeof(FeelValue) => isFull
                ? FeelValue.From([FeelValue.From(seed), FeelValue.From("x")])
                : FeelValue.Null,
            _ when type == typeof(ImmutableArray<Variable>) => isFull
                ? ImmutableArray.Create(new Variable("n", FeelValue.From(seed)), new Variable("t", FeelValue.From("x")))
                : ImmutableArray<Variable>.Empty,
            _ => throw new NotSupportedException($"No sample of {type}."),
        };
    }

    /// <summary>All fields with their values, arrays by content.</summary>
    private static string Fields(WorkflowEvent workflowEvent) =>
        string.Join(
            '\n',
            workflowEvent
                .GetType()
                .GetProperties()
                .Select(p =>
                    p.GetValue(workflowEvent) is var value
                    && value is System.Collections.IEnumerable list and not string
                        ? $"{p.Name}: [{string.Join(", ", list.Cast<object>())}]"
                        : $"{p.Name}: {value}"
                )
        );
}
