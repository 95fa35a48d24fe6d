using System.Collections.Immutable;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Execution.Elements.Containers;

/// <summary>
/// Standard loop (BPMN §13.3.6): round after round while the condition holds, at most <c>loopMaximum</c> many; tested before each
/// round, or after it. The condition reads <c>loopCounter</c>, the number of rounds so far.
/// </summary>
internal sealed class StandardLoopBodyBehavior : LoopBehavior
{
    public override Fault? Activate(EngineStep step, ElementInstance instance)
    {
        var loop = (StandardLoop)instance.Element.Loop!;
        var goesOn = true;
        if (loop.TestsBefore && Test(step, instance, loop, 0, out goesOn) is { } fault)
        {
            return fault;
        }

        step.Emit(new LoopStarted(instance.Key, goesOn ? -1 : 0, default, IsParallel: false));
        step.Touch(instance.Inner!);
        return null;
    }

    public override Fault? Judge(EngineStep step, ElementInstance container, ElementInstance round, out RoundEnd end)
    {
        var fault = Test(step, container, (StandardLoop)container.Element.Loop!, round.Round, out var goesOn);
        end = new(Counts: true, default, IsLast: !goesOn);
        return fault;
    }

    protected override ImmutableArray<Variable> VariablesOf(LoopState loop, ElementInstance round) =>
        [CounterOf(round)];

    private static Fault? Test(EngineStep step, ElementInstance body, StandardLoop loop, int rounds, out bool goesOn)
    {
        goesOn = false;
        if (loop.Maximum is { } maximum && rounds >= maximum)
        {
            return null;
        }

        if (rounds >= LoopState.MaxRounds)
        {
            return Fault.Value($"'{body.Element.Id}' has already run {rounds} rounds.");
        }

        goesOn = true;
        return loop.Condition is { } condition
            ? Evaluation.Test(
                step,
                condition,
                new ScopeInFront(body, [new(Counter, FeelValue.From(rounds))]),
                out goesOn
            )
            : null;
    }
}
