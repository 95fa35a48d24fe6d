using System.Buffers;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Codecs;

/// <summary>
/// Snapshots of an instance: a header with the clocks, the root scope, the element instances oldest first with what runs inside of
/// each, then tokens, waits and incidents. Elements and flows by their index in the definition of their scope, keys relative to the
/// instance key. Equal states give equal bytes.
/// </summary>
public static class StateCodec
{
    private const int Version = 2;

    /// <summary>Beside the status.</summary>
    private const int Suspended = 0x10;

    /// <summary>False for the bytes of an older format: the state is then folded from the journal again.</summary>
    public static bool IsCurrent(ReadOnlySpan<byte> bytes) => new StateCursor(bytes).Integer() == Version;

    public static void Write(ProcessInstanceState state, IBufferWriter<byte> output)
    {
        var bytes = new StateBytes(output);
        bytes.Count(Version);
        bytes.Signed(state.InstanceKey);
        bytes.Count((int)state.Status | (state.IsSuspended ? Suspended : 0));
        bytes.Count(state.LastKey);
        bytes.OptionalText(state.StartElement);
        bytes.Count(state.Completions?.Count ?? 0);
        foreach (var completion in state.Completions ?? [])
        {
            bytes.Count(completion.Element);
            bytes.Text(completion.ActorId);
            bytes.Signed(completion.DefinitionKey);
        }

        bytes.Count(state.Clocks.Length);
        foreach (var clock in state.Clocks)
        {
            ClockSection.Write(bytes, clock);
        }

        ScopeSection.WriteVariables(bytes, state.Root.Variables);
        ScopeSection.Write(bytes, state.Root);
        ElementSection.Write(bytes, state);
        bytes.Count(state.Ready.Count);
        for (var i = 0; i < state.Ready.Count; i++)
        {
            bytes.Signed(state.Ready[i].Scope.Key - state.InstanceKey);
            bytes.Signed(state.Ready[i].Flow);
        }

        WaitSection.Write(bytes, state);
        IncidentSection.Write(bytes, state);
        UserTaskSection.WriteCompleters(bytes, state);
    }

    /// <exception cref="InvalidDataException">The bytes are no snapshot of this definition.</exception>
    /// <param name="called">Needed when the instance has called other processes.</param>
    public static ProcessInstanceState Read(
        ReadOnlySpan<byte> bytes,
        ProcessDefinition definition,
        ICalledProcesses? called = null
    )
    {
        var cursor = new StateCursor(bytes);
        if (cursor.Integer() != Version)
        {
            throw StateCursor.Broken();
        }

        var (key, status) = (cursor.Signed(), cursor.Integer());
        var state = new ProcessInstanceState(definition)
        {
            InstanceKey = key,
            Status = (InstanceStatus)(status & ~Suspended),
            IsSuspended = (status & Suspended) != 0,
            LastKey = cursor.Integer(),
            StartElement = cursor.OptionalText(),
            CalledProcesses = called,
        };
        state.Root = new(state.InstanceKey, definition);
        for (var left = cursor.Count(); left > 0; left--)
        {
            (state.Completions ??= []).Add(new(cursor.Integer(), cursor.Text(), cursor.Signed()));
        }

        ReadClocks(ref cursor, state);
        ScopeSection.ReadVariables(ref cursor, state.Root.Variables);
        ScopeSection.Read(ref cursor, state, state.Root);
        ElementSection.Read(ref cursor, state);
        for (var left = cursor.Count(); left > 0; left--)
        {
            var scope = Apply.Scope(state, cursor.Signed() + state.InstanceKey);
            state.Ready.Enqueue(new(scope, ReadyFlow(cursor.Signed(), scope)));
        }

        WaitSection.Read(ref cursor, state);
        IncidentSection.Read(ref cursor, state);
        UserTaskSection.ReadCompleters(ref cursor, state);
        return cursor.IsAtEnd ? state : throw StateCursor.Broken();
    }

    private static void ReadClocks(ref StateCursor cursor, ProcessInstanceState state)
    {
        var clocks = state.Definition.Clocks;
        var count = cursor.Count();
        if (count != 0 && count != clocks.Length)
        {
            throw StateCursor.Broken();
        }

        state.Clocks = count == 0 ? [] : new Clocks.ClockState?[count];
        for (var i = 0; i < count; i++)
        {
            state.Clocks[i] = ClockSection.Read(ref cursor, clocks[i]);
        }
    }

    private static int ReadyFlow(long flow, ScopeState scope) =>
        flow >= Token.NextCompensation && flow < scope.Definition.Flows.Length ? (int)flow : throw StateCursor.Broken();
}
