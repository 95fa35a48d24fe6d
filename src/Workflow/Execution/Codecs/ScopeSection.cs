using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Codecs;

/// <summary>What a scope holds by itself, in a snapshot; its variables stand with the element instance whose inside it is.</summary>
internal static class ScopeSection
{
    public static void Write(StateBytes bytes, ScopeState scope)
    {
        if (scope.ParkedTokens == 0)
        {
            bytes.Count(0);
            return;
        }

        var flows = scope.Definition.Flows;
        bytes.Count(flows.Count(flow => scope.ParkedOn(flow.Index) > 0));
        foreach (var flow in flows)
        {
            if (scope.ParkedOn(flow.Index) is var tokens and > 0)
            {
                bytes.Count(flow.Index);
                bytes.Count(tokens);
            }
        }
    }

    public static void Read(ref StateCursor cursor, ScopeState scope)
    {
        for (var left = cursor.Count(); left > 0; left--)
        {
            var flow = cursor.Integer();
            if (flow >= scope.Definition.Flows.Length)
            {
                throw StateCursor.Broken();
            }

            for (var tokens = cursor.Integer(); tokens > 0; tokens--)
            {
                scope.Park(flow);
            }
        }
    }

    public static void WriteVariables(StateBytes bytes, VariableMap variables)
    {
        bytes.Count(variables.Count);
        foreach (var variable in variables.Items)
        {
            bytes.Text(variable.Name);
            bytes.Value(variable.Value);
        }
    }

    public static void ReadVariables(ref StateCursor cursor, VariableMap variables)
    {
        for (var left = cursor.Count(); left > 0; left--)
        {
            variables.Set(cursor.Text(), cursor.Value());
        }
    }
}
