using System.Buffers;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Codecs;

/// <summary>
/// Snapshots of an instance: a header with the clocks, then one section per scope with its variables, tokens, element instances,
/// waits and incidents. Elements and flows by their index in the definition, keys relative to the instance key. Equal
/// states give equal bytes.
/// </summary>
public static class StateCodec
{
    private const int Version = 1;

    public static void Write(ProcessInstanceState state, IBufferWriter<byte> output)
    {
        var bytes = new StateBytes(output);
        bytes.Count(Version);
        bytes.Signed(state.InstanceKey);
        bytes.Count((int)state.Status);
        bytes.Count(state.LastKey);
        bytes.Count(state.Completions?.Count ?? 0);
        foreach (var completion in state.Completions ?? [])
        {
            bytes.Count(completion.Element);
            bytes.Text(completion.ActorId);
        }

        bytes.Count(state.Clocks.Length);
        foreach (var clock in state.Clocks)
        {
            ClockSection.Write(bytes, clock);
        }

        bytes.Count(state.Ready.Count);
        for (var i = 0; i < state.Ready.Count; i++)
        {
            bytes.Count(state.Ready[i].Flow);
        }

        ScopeSection.Write(bytes, state, state.Root);
    }

    /// <exception cref="InvalidDataException">The bytes are no snapshot of this definition.</exception>
    public static ProcessInstanceState Read(ReadOnlySpan<byte> bytes, ProcessDefinition definition)
    {
        var cursor = new StateCursor(bytes);
        if (cursor.Integer() != Version)
        {
            throw StateCursor.Broken();
        }

        var state = new ProcessInstanceState(definition)
        {
            InstanceKey = cursor.Signed(),
            Status = (InstanceStatus)cursor.Integer(),
            LastKey = cursor.Integer(),
        };
        state.Root = new(state.InstanceKey, null);
        for (var left = cursor.Count(); left > 0; left--)
        {
            (state.Completions ??= []).Add(new(cursor.Integer(), cursor.Text()));
        }

        var clocks = cursor.Count();
        if (clocks != 0 && clocks != definition.Clocks.Length)
        {
            throw StateCursor.Broken();
        }

        state.Clocks = clocks == 0 ? [] : new Clocks.ClockState?[clocks];
        for (var i = 0; i < clocks; i++)
        {
            state.Clocks[i] = ClockSection.Read(ref cursor, definition.Clocks[i]);
        }

        for (var left = cursor.Count(); left > 0; left--)
        {
            state.Ready.Enqueue(new(state.Root, ScopeSection.Flow(ref cursor, definition)));
        }

        ScopeSection.Read(ref cursor, state, state.Root);
        return cursor.IsAtEnd ? state : throw StateCursor.Broken();
    }
}
