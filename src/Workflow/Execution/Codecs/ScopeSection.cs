using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Codecs;

/// <summary>One scope in a snapshot.</summary>
internal static class ScopeSection
{
    public static void Write(StateBytes bytes, ProcessInstanceState state, ScopeState scope)
    {
        WriteVariables(bytes, scope.Variables);
        WriteParked(bytes, state.Definition, scope);
        bytes.Count(scope.ActiveElements);
        foreach (var instance in state.Elements.Items)
        {
            if (ReferenceEquals(instance.Scope, scope))
            {
                bytes.Signed(instance.Key - state.InstanceKey);
                bytes.Count(instance.Element.Index);
                WriteVariables(bytes, instance.Locals);
            }
        }

        WaitSection.Write(bytes, state, scope);
        WriteIncidents(bytes, state, scope);
        UserTaskSection.WriteCompleters(bytes, scope);
    }

    public static void Read(ref StateCursor cursor, ProcessInstanceState state, ScopeState scope)
    {
        for (var left = cursor.Count(); left > 0; left--)
        {
            scope.Variables.Set(cursor.Text(), cursor.Value());
        }

        for (var left = cursor.Count(); left > 0; left--)
        {
            var flow = Flow(ref cursor, state.Definition);
            for (var tokens = cursor.Integer(); tokens > 0; tokens--)
            {
                scope.Park(flow, state.Definition.Flows.Length);
            }
        }

        for (var left = cursor.Count(); left > 0; left--)
        {
            var key = cursor.Signed() + state.InstanceKey;
            var instance = new ElementInstance(key, Element(ref cursor, state.Definition), scope);
            for (var variables = cursor.Count(); variables > 0; variables--)
            {
                instance.SetLocal(cursor.Text(), cursor.Value());
            }

            state.Elements.Add(instance);
            scope.ActiveElements++;
        }

        WaitSection.Read(ref cursor, state);
        ReadIncidents(ref cursor, state);
        UserTaskSection.ReadCompleters(ref cursor, state, scope);
    }

    public static int Flow(ref StateCursor cursor, ProcessDefinition definition) =>
        cursor.Integer() is var flow && flow < definition.Flows.Length ? flow : throw StateCursor.Broken();

    public static Element Element(ref StateCursor cursor, ProcessDefinition definition) =>
        cursor.Integer() is var element && element < definition.Elements.Length
            ? definition.Elements[element]
            : throw StateCursor.Broken();

    private static void WriteVariables(StateBytes bytes, VariableMap? variables)
    {
        bytes.Count(variables?.Count ?? 0);
        if (variables is null)
        {
            return;
        }

        foreach (var variable in variables.Items)
        {
            bytes.Text(variable.Name);
            bytes.Value(variable.Value);
        }
    }

    private static void WriteParked(StateBytes bytes, ProcessDefinition definition, ScopeState scope)
    {
        var flows = 0;
        if (scope.ParkedTokens > 0)
        {
            foreach (var flow in definition.Flows)
            {
                flows += scope.ParkedOn(flow.Index) > 0 ? 1 : 0;
            }
        }

        bytes.Count(flows);
        foreach (var flow in flows > 0 ? definition.Flows : [])
        {
            if (scope.ParkedOn(flow.Index) is var tokens and > 0)
            {
                bytes.Count(flow.Index);
                bytes.Count(tokens);
            }
        }
    }

    private static void WriteIncidents(StateBytes bytes, ProcessInstanceState state, ScopeState scope)
    {
        var count = 0;
        foreach (var incident in state.Incidents.Items)
        {
            count += ReferenceEquals(incident.Owner.Scope, scope) ? 1 : 0;
        }

        bytes.Count(count);
        foreach (var incident in state.Incidents.Items)
        {
            if (ReferenceEquals(incident.Owner.Scope, scope))
            {
                bytes.Signed(incident.Key - state.InstanceKey);
                bytes.Signed(incident.Owner.Key - state.InstanceKey);
                bytes.Count((int)incident.Kind);
                bytes.Text(incident.Message);
                bytes.Text(incident.Resolution);
                bytes.Count((int)incident.RetryAt);
            }
        }
    }

    private static void ReadIncidents(ref StateCursor cursor, ProcessInstanceState state)
    {
        for (var left = cursor.Count(); left > 0; left--)
        {
            var incident = new IncidentState(
                cursor.Signed() + state.InstanceKey,
                state.Elements.Get(cursor.Signed() + state.InstanceKey),
                (IncidentKind)cursor.Integer(),
                cursor.Text(),
                cursor.Text(),
                (ElementPhase)cursor.Integer()
            );
            incident.Owner.Incident = incident;
            state.Incidents.Add(incident);
        }
    }
}
