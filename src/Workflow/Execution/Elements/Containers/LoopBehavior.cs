using System.Collections.Immutable;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Elements.Events.Throwing;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Execution.Elements.Containers;

/// <summary>
/// The body of an activity that repeats: it has the border, the flows and the rounds inside; mappings are those of each round.
/// One round begins at a time, between tokens, so that a step can stop anywhere in a hundred thousand of them.
/// </summary>
internal abstract class LoopBehavior : RoundBehavior
{
    protected const string Counter = "loopCounter";

    public override void BeginNext(EngineStep step, ElementInstance container)
    {
        var body = container.Inner!;
        var round = Lifecycle.Activate(step, container.Element, body, flowId: null);
        step.Set(round.Key, VariablesOf(body.Loop!, round));
        Lifecycle.Begin(step, round, ElementPhase.Entering);
    }

    public override void RoundLeft(EngineStep step, ElementInstance container, ElementInstance round, RoundEnd end)
    {
        var body = container.Inner!;
        step.Emit(new RoundEnded(container.Key, round.Round, end.Result, end.IsLast));
        if (!end.Thrown.IsDefaultOrEmpty)
        {
            Results.Give(step, container, end.Thrown);
        }

        if (end.IsLast && step.IsAlive(body))
        {
            Ending.TerminateAll(step, body);
        }
    }

    /// <summary>What the round's mappings read: its counter and item, then what is around the body.</summary>
    public static IFeelScope BeginOf(ElementInstance round)
    {
        var known = ImmutableArray.CreateBuilder<Variable>(2);
        known.Add(CounterOf(round));
        if (
            round.Element.Loop is MultiInstance { InputElement: { } name }
            && round.Locals is { } locals
            && locals.TryGetValue(name, out var item)
        )
        {
            known.Add(new(name, item));
        }

        return new ScopeInFront(round.Scope, known.DrainToImmutable());
    }

    /// <summary>True for a variable that each round has for itself.</summary>
    public static bool IsOfRound(LoopCharacteristics loop, string name) =>
        name == Counter
        || (loop is MultiInstance multiple && (multiple.InputElement == name || multiple.OutputElement?.Text == name));

    /// <summary>What the round knows that the body doesn't.</summary>
    protected abstract ImmutableArray<Variable> VariablesOf(LoopState loop, ElementInstance round);

    protected static Variable CounterOf(ElementInstance round) => new(Counter, FeelValue.From(round.Round));
}
