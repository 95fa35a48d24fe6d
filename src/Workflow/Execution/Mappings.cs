using System.Collections.Immutable;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Elements.Containers;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Execution;

/// <summary>How variables come into an element and out of it (zeebe io mapping).</summary>
internal static class Mappings
{
    /// <summary>
    /// Data associations and input mappings read the surrounding scope and each other, in a loop also what the round began with, never
    /// what an earlier try left behind, so trying again after an incident has no other effect than the first try.
    /// </summary>
    public static Fault? Enter(EngineStep step, ElementInstance instance)
    {
        var element = instance.Element;
        if (element.Inputs.IsEmpty && element.DataInputs.IsEmpty)
        {
            return null;
        }

        var results = new MappingScope(instance.Round > 0 ? LoopBehavior.BeginOf(instance) : instance.Scope);
        foreach (var data in element.DataInputs)
        {
            if (Evaluation.EvaluateStorable(step, data.Source, results, out var value) is { } fault)
            {
                return fault;
            }

            results.Set(data.Target, value);
        }

        foreach (var mapping in element.Inputs)
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

    /// <summary>Output mappings and data associations read the element and each other, and set variables outside of it.</summary>
    public static Fault? Leave(EngineStep step, ElementInstance instance)
    {
        var element = instance.Element;
        if (element.Outputs.IsEmpty && element.DataOutputs.IsEmpty)
        {
            return null;
        }

        var results = new MappingScope(instance);
        foreach (var mapping in element.Outputs)
        {
            if (Evaluation.EvaluateStorable(step, mapping.Source, results, out var value) is { } fault)
            {
                return fault;
            }

            results.Set(mapping, value, ScopeOf(instance.Scope, mapping.Path[0]).Variables);
        }

        foreach (var data in element.DataOutputs)
        {
            if (Evaluation.EvaluateStorable(step, data.Source, results, out var value) is { } fault)
            {
                return fault;
            }

            results.Set(data.Target, value);
        }

        Spread(step, instance.Scope, results.ToVariables());
        return null;
    }

    /// <summary>
    /// What a worker, a person, a message or a script gives: with output mappings it stays in the element for them to read;
    /// without, each variable goes to the nearest scope that has it, else to its process.
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

    /// <summary>Each variable into the nearest scope that has it, else into its process.</summary>
    public static void Spread(EngineStep step, ScopeState scope, ImmutableArray<Variable> variables)
    {
        for (; !scope.IsProcess && !variables.IsEmpty; scope = scope.Parent!)
        {
            var here = scope;
            var known = variables.RemoveAll(variable => !here.Variables.Contains(variable.Name));
            step.Set(here.Key, known);
            variables = known.IsEmpty
                ? variables
                : variables.RemoveAll(variable => here.Variables.Contains(variable.Name));
        }

        step.Set(scope.Key, variables);
    }

    private static ScopeState ScopeOf(ScopeState scope, string name)
    {
        while (!scope.IsProcess && !scope.Variables.Contains(name))
        {
            scope = scope.Parent!;
        }

        return scope;
    }
}
