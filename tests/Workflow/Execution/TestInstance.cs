using System.Buffers;
using System.Collections.Immutable;
using Approvals.Kernel;
using Approvals.Kernel.Calendar;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution;
using Approvals.Workflow.Execution.Codecs;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Tests.Execution;

/// <summary>
/// An instance under test. Every step checks what must always hold: a rejection changes nothing, the journal read back replays
/// to the same bytes, and the snapshot read back writes the same bytes.
/// </summary>
internal sealed class TestInstance(ProcessDefinition definition, ICalledProcesses? called = null)
{
    public const long Key = 5 * ProcessInstanceState.KeysPerInstance;
    private readonly List<byte[]> journal = [];

    public ProcessInstanceState State { get; private set; } = new(definition);
    public DateTimeOffset Now { get; set; } = new(2026, 1, 5, 9, 0, 0, TimeSpan.FromHours(8));
    public WorkingCalendar Calendar { get; set; } = Holidays.Calendar2026;
    public Actor Actor { get; set; } = Actor.System("test");
    public int MaxElementSteps { get; init; } = 1000;
    public IDecisions? Decisions { get; set; }

    public static ImmutableArray<Variable> Variables(string json) =>
        [.. FeelJson.Parse(json).AsContext().Select(entry => new Variable(entry.Key, entry.Value))];

    public StepResult Start(string variables = "{}", string? at = null) =>
        Send(new StartInstance(Key, Variables(variables), at));

    public StepResult Send(EngineCommand command)
    {
        var before = Snapshot(State);
        var context = new StepContext(Now, Calendar, Actor)
        {
            MaxElementSteps = MaxElementSteps,
            Decisions = Decisions,
            CalledProcesses = called,
        };
        var result = Engine.Step(context, State, command);
        if (result.IsRejected)
        {
            result.Events.ShouldBeEmpty();
            Snapshot(State).ShouldBe(before, "a rejection changes nothing");
            return result;
        }

        journal.Add(Encode(result.Events));
        var after = Snapshot(State);
        Snapshot(Replay()).ShouldBe(after, "the journal gives the state");
        Snapshot(StateCodec.Read(after, definition, called)).ShouldBe(after, "the snapshot gives the state");
        return result;
    }

    /// <summary>Goes on from what is stored, as after a restart.</summary>
    public void Restart(bool fromJournal) =>
        State = fromJournal ? Replay() : StateCodec.Read(Snapshot(State), definition, called);

    public ProcessInstanceState Replay()
    {
        var events = journal.SelectMany(record =>
        {
            var read = EventCodec.Read(record);
            Encode(read).ShouldBe(record, "events read back write the same bytes");
            return read;
        });
        return Apply.Replay(definition, events, called);
    }

    public static byte[] Snapshot(ProcessInstanceState state)
    {
        var buffer = new ArrayBufferWriter<byte>();
        StateCodec.Write(state, buffer);
        return buffer.WrittenSpan.ToArray();
    }

    public static byte[] Encode(IReadOnlyList<WorkflowEvent> events)
    {
        var buffer = new ArrayBufferWriter<byte>();
        EventCodec.Write(events, buffer);
        return buffer.WrittenSpan.ToArray();
    }
}
