using System.Collections.Immutable;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Execution;

/// <summary>How variables come into an element and out of it (zeebe io mapping).</summary>
internal static class Mappings
{
    /// <summary>
    /// Input mappings read the surrounding scope and each other, never what an earlier try left behind, so trying again after an
    /// incident has no other effect than the first try.
    /// </summary>
    public static Fault? Enter(EngineStep step, ElementInstance instance)
    {
        if (instance.Element.Inputs.IsEmpty)
        {
            return null;
        }

        var results = new MappingScope(instance.Scope);
        foreach (var mapping in instance.Element.Inputs)
        {
            if (Evaluation.EvaluateStorable(step, mapping.Source, results, out var value) is { } fault)
            {
                return fault;
            }

            results.Set(mapping, value, instance.Locals);
        }

        step.Set(instance.Key, results.ToVariables());
        return null;
    }

    /// <summary>Output mappings read the element and each other, and set variables outside of it.</summary>
    public static Fault? Leave(EngineStep step, ElementInstance instance)
    {
        if (instance.Element.Outputs.IsEmpty)
        {
            return null;
        }

        var results = new MappingScope(instance);
        foreach (var mapping in instance.Element.Outputs)
        {
            if (Evaluation.EvaluateStorable(step, mapping.Source, results, out var value) is { } fault)
            {
                return fault;
            }

            results.Set(mapping, value, ScopeOf(instance.Scope, mapping.Path[0]).Variables);
        }

        Spread(step, instance.Scope, results.ToVariables());
        return null;
    }

    /// <summary>
    /// What a worker, a person, a message or a script gives: with output mappings it stays in the element for them to read;
    /// without, each variable goes to the nearest scope that has it, else to the process.
    /// </summary>
    public static void SetResults(EngineStep step, ElementInstance instance, ImmutableArray<Variable> variables)
    {
        if (variables.IsEmpty)
        {
            return;
        }

        if (!instance.Element.Outputs.IsEmpty)
        {
            step.Set(instance.Key, variables);
            return;
        }

        if (instance.Locals is { } locals)
        {
            var mine = variables.RemoveAll(variable => !locals.Contains(variable.Name));
            step.Set(instance.Key, mine);
            variables = mine.IsEmpty ? variables : variables.RemoveAll(variable => locals.Contains(variable.Name));
        }

        Spread(step, instance.Scope, variables);
    }

    /// <summary>Each variable into the nearest scope that has it, else into the root.</summary>
    public static void Spread(EngineStep step, ScopeState scope, ImmutableArray<Variable> variables)
    {
        for (var each = scope; each.Parent is not null && !variables.IsEmpty; each = each.Parent)
        {
            var here = each;
            var known = variables.RemoveAll(variable => !here.Variables.Contains(variable.Name));
            step.Set(here.Key, known);
            variables = known.IsEmpty
                ? variables
                : variables.RemoveAll(variable => here.Variables.Contains(variable.Name));
        }

        step.Set(step.State.Root.Key, variables);
    }

    private static ScopeState ScopeOf(ScopeState scope, string name)
    {
        while (scope.Parent is not null && !scope.Variables.Contains(name))
        {
            scope = scope.Parent;
        }

        return scope;
    }
}
