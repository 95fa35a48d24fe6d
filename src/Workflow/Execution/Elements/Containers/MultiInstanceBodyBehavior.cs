using System.Collections.Immutable;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Execution.Elements.Containers;

/// <summary>
/// Multi-instance (BPMN §13.3.7): one round per item of a collection, or so many as the cardinality says, side by side or one after
/// the other. The collection of results is put together once, when the last round has ended.
/// </summary>
internal sealed class MultiInstanceBodyBehavior : LoopBehavior
{
    public override Fault? Activate(EngineStep step, ElementInstance instance)
    {
        var loop = (MultiInstance)instance.Element.Loop!;
        if (Rounds(step, instance, loop, out var items, out var rounds) is { } fault)
        {
            return fault;
        }

        step.Emit(new LoopStarted(instance.Key, rounds, items, !loop.IsSequential));
        step.Touch(instance.Inner!);
        return null;
    }

    public override Fault? Judge(EngineStep step, ElementInstance container, ElementInstance round, out RoundEnd end)
    {
        end = default;
        var loop = (MultiInstance)container.Element.Loop!;
        FeelValue result = default;
        if (
            loop is { OutputCollection: not null, OutputElement: { } output }
            && Evaluation.EvaluateStorable(step, output, round, out result) is { } fault
        )
        {
            return fault;
        }

        if (loop is { CompletionCondition: null, Behavior: MultiInstanceBehavior.All })
        {
            end = new(Counts: true, result, IsLast: false);
            return null;
        }

        var isDone = false;
        var counts = Counts(container.Inner!, round);
        if (
            loop.CompletionCondition is { } condition
            && Evaluation.Test(step, condition, counts, out isDone) is { } conditionFault
        )
        {
            return conditionFault;
        }

        var thrownFault = ImplicitEvents.Of(step, container, counts, out var thrown);
        end = new(Counts: true, result, isDone, thrown);
        return thrownFault;
    }

    public override void InsideEnded(EngineStep step, ElementInstance instance)
    {
        var loop = instance.Inner!.Loop!;
        if (((MultiInstance)instance.Element.Loop!).OutputCollection is { } name)
        {
            var results = new FeelValue[loop.Total];
            for (var i = 0; i < loop.Results.Count; i++)
            {
                results[i] = loop.Results[i];
            }

            Mappings.Spread(step, instance.Scope, [new(name, FeelValue.From(results))]);
        }

        Lifecycle.Complete(step, instance);
    }

    /// <summary>
    /// An output element that is just a name is a variable of the round, so that what one round writes no other sees.
    /// </summary>
    protected override ImmutableArray<Variable> VariablesOf(LoopState loop, ElementInstance round)
    {
        var characteristics = (MultiInstance)round.Element.Loop!;
        var variables = ImmutableArray.CreateBuilder<Variable>(3);
        variables.Add(CounterOf(round));
        if (characteristics.InputElement is { } name && loop.Items is { } items)
        {
            variables.Add(new(name, items[round.Round - 1]));
        }

        if (
            characteristics.OutputElement?.Text is { } output
            && IsName(output)
            && !variables.Any(variable => variable.Name == output)
        )
        {
            variables.Add(new(output, FeelValue.Null));
        }

        return variables.DrainToImmutable();
    }

    private static Fault? Rounds(
        EngineStep step,
        ElementInstance instance,
        MultiInstance loop,
        out FeelValue items,
        out int rounds
    )
    {
        items = default;
        rounds = 0;
        if (loop.InputCollection is { } collection)
        {
            if (Evaluation.EvaluateStorable(step, collection, instance, out items) is { } fault)
            {
                return fault;
            }

            if (items.Kind != FeelKind.List)
            {
                return Fault.Value($"The input collection '{collection.Text}' is {Shown(items)}, not a list.");
            }

            rounds = items.AsList().Count;
        }
        else
        {
            var source = loop.Cardinality is { } cardinality ? new ModelValue(null, cardinality) : null;
            rounds = -1;
            var fault = Evaluation.Integer(step, source, instance, "The cardinality", LoopState.MaxRounds, ref rounds);
            if (fault is not null || rounds < 0)
            {
                return fault ?? Fault.Value($"'{instance.Element.Id}' has neither a collection nor a cardinality.");
            }
        }

        return rounds <= LoopState.MaxRounds
            ? null
            : Fault.Value($"The input collection has {rounds} items; {LoopState.MaxRounds} is the most.");
    }

    private static string Shown(FeelValue value) => value.IsNull ? "null" : $"a {value.Kind}";

    /// <summary>The numbers of BPMN table 10.31 as they are when the round has ended. None is terminated before the last.</summary>
    private static ScopeInFront Counts(ScopeState body, ElementInstance round)
    {
        var loop = body.Loop!;
        var completed = loop.Completed + 1;
        var active = loop.IsParallel ? loop.Total - completed : 0;
        return new(
            round,
            [
                new("numberOfInstances", FeelValue.From(loop.Total)),
                new("numberOfActiveInstances", FeelValue.From(active)),
                new("numberOfCompletedInstances", FeelValue.From(completed)),
                new("numberOfTerminatedInstances", FeelValue.From(0)),
            ]
        );
    }

    private static bool IsName(string text)
    {
        foreach (var character in text)
        {
            if (!char.IsLetterOrDigit(character) && character != '_')
            {
                return false;
            }
        }

        return !char.IsDigit(text[0]);
    }
}
