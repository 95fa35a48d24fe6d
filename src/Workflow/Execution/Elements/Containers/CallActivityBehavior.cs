using System.Collections.Immutable;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Elements.Containers;

/// <summary>
/// Call activity (BPMN §13.3.4): the called process runs inside, with variables of its own. It gets those that the input mappings made
/// and, if the call says so, copies of all others in sight; what it ends with comes back by the output mappings, or as a whole.
/// </summary>
internal sealed class CallActivityBehavior : ElementBehavior
{
    /// <summary>So many processes inside each other; a process that calls itself without end is an incident.</summary>
    private const int MaxDepth = 100;

    public override Fault? Activate(EngineStep step, ElementInstance instance)
    {
        if (instance.Inner is null && Call(step, instance) is { } fault)
        {
            return fault;
        }

        var scope = instance.Inner!;
        if (Scopes.Open(step, scope, out _) is { } unopened)
        {
            return unopened;
        }

        Scopes.Start(step, scope);
        return null;
    }

    public override void InsideEnded(EngineStep step, ElementInstance instance)
    {
        var call = (CallActivity)instance.Element;
        if (call is { Outputs.IsEmpty: true, ReturnsAllVariables: true })
        {
            Mappings.Spread(step, instance.Scope, Returned(instance));
        }

        Lifecycle.Complete(step, instance);
    }

    private static Fault? Call(EngineStep step, ElementInstance instance)
    {
        var call = (CallActivity)instance.Element;
        if (Evaluation.Text(step, call.ProcessId, instance, "The called process", out var id) is { } fault)
        {
            return fault;
        }

        if (string.IsNullOrEmpty(id))
        {
            return Refused($"'{call.Id}' doesn't say which process it calls.");
        }

        var called = step.Context.CalledProcesses?.Find(id, call.Binding, call.VersionTag, instance.Definition);
        if (called is null)
        {
            return Refused(
                call.VersionTag is { } tag
                    ? $"No version '{tag}' of '{id}' is deployed."
                    : $"No process '{id}' is deployed."
            );
        }

        if (WhyNot(called.Definition, instance) is { } reason)
        {
            return Refused(reason);
        }

        step.Emit(new ProcessCalled(instance.Key, id, called.Key, call.PassesAllVariables));
        return null;
    }

    private static string? WhyNot(ProcessDefinition called, ElementInstance instance)
    {
        if (called.Content is { Starts.Length: not 1, ImplicitStarts.IsEmpty: true })
        {
            return $"'{called.Id}' can't be called: it needs one none start event.";
        }

        if (!called.Clocks.IsEmpty)
        {
            return $"'{called.Id}' can't be called: it has clocks, which are those of a whole instance.";
        }

        var depth = 1;
        for (var scope = instance.Scope; scope.Owner is { } owner; scope = owner.Scope)
        {
            depth += scope.IsProcess ? 1 : 0;
        }

        return depth > MaxDepth ? $"'{called.Id}' would be the call number {MaxDepth + 1} inside another." : null;
    }

    private static Fault Refused(string message) =>
        new(IncidentKind.Call, message, "Deploy what is missing or correct the variables, then resolve the incident.");

    /// <summary>What the called process ends with, but for what the call activity made for itself and what the caller has anyway.</summary>
    private static ImmutableArray<Variable> Returned(ElementInstance instance)
    {
        var returned = ImmutableArray.CreateBuilder<Variable>();
        foreach (var variable in instance.Inner!.Variables.Items)
        {
            var isKnown = instance.Scope.TryGetValue(variable.Name, out var known) && known.Equals(variable.Value);
            if (!isKnown && !IsOwn(instance, variable.Name))
            {
                returned.Add(variable);
            }
        }

        return returned.DrainToImmutable();
    }

    private static bool IsOwn(ElementInstance instance, string name) =>
        instance.Element.Inputs.Any(mapping => mapping.Path[0] == name)
        || instance.Element.DataInputs.Any(data => data.Target == name)
        || (instance.Round > 0 && LoopBehavior.IsOfRound(instance.Element.Loop!, name));
}
