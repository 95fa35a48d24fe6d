using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Codecs;

/// <summary>
/// The element instances in a snapshot, oldest first: what an instance is inside of stands before it. The flags are part of the
/// format.
/// </summary>
internal static class ElementSection
{
    private const int HasVariables = 1;
    private const int IsRound = 2;
    private const int HasInside = 4;
    private const int IsBody = 8;
    private const int IsCall = 16;

    public static void Write(StateBytes bytes, ProcessInstanceState state)
    {
        bytes.Count(state.Elements.Count);
        foreach (var instance in state.Elements.Items)
        {
            bytes.Signed(instance.Key - state.InstanceKey);
            bytes.Signed(instance.Scope.Key - state.InstanceKey);
            bytes.Count(instance.Element.Index);
            var flags = FlagsOf(instance);
            bytes.Count(flags);
            if ((flags & HasVariables) != 0)
            {
                ScopeSection.WriteVariables(bytes, instance.Locals!);
            }

            if ((flags & IsRound) != 0)
            {
                bytes.Count(instance.Round);
            }

            if (instance.Inner is { } inner)
            {
                if (inner.IsProcess)
                {
                    bytes.Signed(inner.DefinitionKey);
                }

                ScopeSection.Write(bytes, inner);
            }

            if (instance.Inner is { Loop: { } loop })
            {
                LoopSection.Write(bytes, loop);
            }
        }
    }

    public static void Read(ref StateCursor cursor, ProcessInstanceState state)
    {
        for (var left = cursor.Count(); left > 0; left--)
        {
            var key = cursor.Signed() + state.InstanceKey;
            var scope = Apply.Scope(state, cursor.Signed() + state.InstanceKey);
            var instance = new ElementInstance(key, Element(ref cursor, scope.Definition), scope);
            var flags = cursor.Integer();
            if ((flags & HasVariables) != 0)
            {
                ScopeSection.ReadVariables(ref cursor, instance.OpenLocals());
            }

            if ((flags & IsRound) != 0)
            {
                instance.Round = cursor.Integer();
            }

            if ((flags & HasInside) != 0)
            {
                ScopeSection.Read(ref cursor, state, Open(ref cursor, state, instance, (flags & IsCall) != 0));
            }

            if ((flags & IsBody) != 0)
            {
                instance.Inner!.Loop = LoopSection.Read(ref cursor);
            }

            instance.Compensates = scope.CompensatedBy(key);
            state.Elements.Add(instance);
            scope.ActiveElements++;
        }
    }

    public static Element Element(ref StateCursor cursor, ProcessDefinition definition) =>
        cursor.Integer() is var element && element < definition.Elements.Length
            ? definition.Elements[element]
            : throw StateCursor.Broken();

    private static int FlagsOf(ElementInstance instance) =>
        (instance.Locals is { Count: > 0 } ? HasVariables : 0)
        | (instance.Round > 0 ? IsRound : 0)
        | (instance.Inner is null ? 0 : HasInside)
        | (instance.IsBody ? IsBody : 0)
        | (instance.Inner is { IsProcess: true } ? IsCall : 0);

    private static ScopeState Open(
        ref StateCursor cursor,
        ProcessInstanceState state,
        ElementInstance instance,
        bool isCall
    )
    {
        if (!isCall)
        {
            return instance.Open();
        }

        var key = cursor.Signed();
        return instance.Call(ApplyContainers.Called(state, key), key);
    }
}
