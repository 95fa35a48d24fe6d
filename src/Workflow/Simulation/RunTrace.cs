using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Approvals.Workflow.Bpmn;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Codecs;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Simulation;

/// <summary>The lines of a run.</summary>
internal sealed class RunTrace(TextWriter output, ModelRunOptions options)
{
    private static readonly JsonWriterOptions JsonOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly HashSet<long> bodies = [];
    private readonly List<ProcessDefinition> called = [];

    /// <summary>Sub-processes that have completed long ago and are open again so that their inside can be compensated.</summary>
    private readonly HashSet<long> reopened = [];
    private bool isCompensating;

    /// <summary>An event of the engine, if it is one that traces show.</summary>
    public void Event(int instance, ProcessInstanceState state, WorkflowEvent workflowEvent)
    {
        switch (workflowEvent)
        {
            case ElementActivated e:
                if (e.IsBody)
                {
                    bodies.Add(e.Key);
                }

                if (isCompensating && FindElement(state, e.ElementId) is { IsForCompensation: false })
                {
                    reopened.Add(e.Key);
                }

                isCompensating = false;
                Trace(reopened.Contains(e.Key) ? "compensating" : "activated", instance, e.Key, e.ElementId);
                break;
            case CompensationTurned:
                isCompensating = true;
                break;
            case ElementCompleted e:
                Trace(reopened.Remove(e.Key) ? "compensated" : "completed", instance, e.Key, e.ElementId);
                bodies.Remove(e.Key);
                break;
            case ElementTerminated e:
                Trace("terminated", instance, e.Key, e.ElementId);
                bodies.Remove(e.Key);
                break;
            case ProcessCalled e:
                if (!called.Contains(state.CalledProcesses!.Get(e.DefinitionKey)))
                {
                    called.Add(state.CalledProcesses.Get(e.DefinitionKey));
                }

                break;
            case FlowTaken e:
                Line("taken", instance, e.FlowId, "sequenceFlow");
                break;
            case IncidentRaised e:
                var kind = EventNames.Of(e.IncidentKind);
                Line("incident", instance, e.ElementId, TypeOf(state, e.ElementId), kind, e.Message);
                break;
        }

        void Trace(string what, int number, long key, string element) =>
            Line(what, number, element, TypeOf(state, element), isBody: bodies.Contains(key));
    }

    /// <summary>What is left at the end: whoever waits, and tokens that a join still holds.</summary>
    public void Waiting(int instance, ProcessInstanceState state)
    {
        foreach (var element in state.Elements.Items)
        {
            if (element is { Incident: null, Inner: null or { IsEmpty: true } })
            {
                Line("waiting", instance, element.Element.Id, element.Element.TypeName, isBody: element.IsBody);
            }
        }

        Parked(instance, state.Root);
        foreach (var element in state.Elements.Items)
        {
            if (element.Inner is { } inner)
            {
                Parked(instance, inner);
            }
        }
    }

    /// <summary>A process that nothing has triggered.</summary>
    public void Waiting(PendingStart pending) =>
        Line("waiting", pending.Number, pending.First.Event.Id, pending.First.Event.TypeName);

    private void Parked(int instance, ScopeState scope)
    {
        if (scope.ParkedTokens == 0)
        {
            return;
        }

        foreach (var element in scope.Definition.Elements)
        {
            if (element.Incoming.Any(flow => scope.ParkedOn(flow) > 0))
            {
                Line("waiting", instance, element.Id, element.TypeName);
            }
        }
    }

    public void StepLimit() =>
        Line("incident", 0, null, null, "maxSteps", $"The run has reached its bound of {options.MaxSteps} steps.");

    public void Problem(BpmnProblem problem)
    {
        if (!options.Json)
        {
            return;
        }

        Json(writer =>
        {
            writer.WriteString("event", "problem");
            writer.WriteString("rule", problem.Rule);
            writer.WriteString("element", problem.ElementId);
            writer.WriteNumber("line", problem.Line);
            writer.WriteNumber("column", problem.Column);
            writer.WriteString("message", problem.Message);
        });
    }

    public void End(string state, IEnumerable<ProcessInstanceState> instances)
    {
        var variables = new SortedDictionary<string, FeelValue>(StringComparer.Ordinal);
        foreach (var instance in instances)
        {
            foreach (var variable in instance.Root.Variables.Items)
            {
                variables[variable.Name] = variable.Value;
            }
        }

        if (!options.Json)
        {
            output.Write(state + "\n");
            foreach (var (name, value) in variables)
            {
                output.Write($"{name} = {value}\n");
            }

            return;
        }

        Json(writer =>
        {
            writer.WriteString("event", "end");
            writer.WriteString("state", state);
            writer.WriteStartObject("variables");
            foreach (var (name, value) in variables)
            {
                writer.WritePropertyName(name);
                FeelJson.Write(writer, value);
            }

            writer.WriteEndObject();
        });
    }

    private string? TypeOf(ProcessInstanceState state, string element) => FindElement(state, element)?.TypeName;

    private Element? FindElement(ProcessInstanceState state, string id)
    {
        var element = state.Definition.FindElement(id);
        for (var i = 0; element is null && i < called.Count; i++)
        {
            element = called[i].FindElement(id);
        }

        return element;
    }

    private void Line(
        string name,
        int instance,
        string? element,
        string? type,
        string? kind = null,
        string? message = null,
        bool isBody = false
    )
    {
        if (!options.Trace)
        {
            return;
        }

        if (!options.Json)
        {
            output.Write(
                string.Join(' ', new[] { name, element, type, message }.Where(word => word is not null)) + "\n"
            );
            return;
        }

        Json(writer =>
        {
            writer.WriteString("event", name);
            writer.WriteString("element", element);
            writer.WriteString("type", type);
            if (instance > 0)
            {
                writer.WriteNumber("instance", instance);
            }

            if (isBody)
            {
                writer.WriteBoolean("body", true);
            }

            if (kind is not null)
            {
                writer.WriteString("kind", kind);
                writer.WriteString("message", message);
            }
        });
    }

    private void Json(Action<Utf8JsonWriter> fields)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, JsonOptions))
        {
            writer.WriteStartObject();
            fields(writer);
            writer.WriteEndObject();
        }

        output.Write(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n");
    }
}
