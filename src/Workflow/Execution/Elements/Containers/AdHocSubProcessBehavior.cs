using System.Collections.Immutable;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Execution.Elements.Containers;

/// <summary>
/// Ad-hoc sub-process (BPMN §13.3.5): elements begin as they are enabled, side by side or one after the other. Each time an activity
/// has ended the completion condition is asked; once it holds the rest is ended, or waited for. Without a condition it completes when
/// nothing is left inside.
/// </summary>
internal sealed class AdHocSubProcessBehavior : RoundBehavior
{
    public override Fault? Activate(EngineStep step, ElementInstance instance)
    {
        var scope = instance.Inner!;
        var fault = Enabled(step, instance, out var enabled) ?? Scopes.Open(step, scope, out _);
        if (fault is not null)
        {
            return fault;
        }

        if (!enabled.IsEmpty)
        {
            step.Emit(new ElementsEnabled(instance.Key, enabled));
        }

        step.Touch(scope);
        return null;
    }

    public override void BeginNext(EngineStep step, ElementInstance container)
    {
        var scope = container.Inner!;
        Lifecycle.Enter(step, scope.Definition.Elements[scope.AdHoc!.Pending[0]], scope, flowId: null);
    }

    public override Fault? Judge(EngineStep step, ElementInstance container, ElementInstance round, out RoundEnd end)
    {
        end = default;
        var element = (AdHocSubProcess)container.Element;
        if (!IsActivity(round) || container.Inner!.AdHoc!.IsEnding)
        {
            return null;
        }

        FeelValue result = default;
        if (
            element is { OutputCollection: not null, OutputElement: { } output }
            && Evaluation.EvaluateStorable(step, output, round, out result) is { } fault
        )
        {
            return fault;
        }

        var isDone = false;
        var unclear = element.CompletionCondition is { } condition
            ? Evaluation.Test(step, condition, round, out isDone)
            : null;
        end = new(Counts: true, result, isDone);
        return unclear;
    }

    public override void RoundLeft(EngineStep step, ElementInstance container, ElementInstance round, RoundEnd end)
    {
        var element = (AdHocSubProcess)container.Element;
        if (end.Counts && (end.IsLast || element.OutputCollection is not null))
        {
            step.Emit(new RoundEnded(container.Key, 0, end.Result, end.IsLast));
        }

        if (end.IsLast && element.CancelsRemaining)
        {
            Ending.TerminateAll(step, container.Inner!);
        }
    }

    public override void InsideEnded(EngineStep step, ElementInstance instance)
    {
        var element = (AdHocSubProcess)instance.Element;
        var adHoc = instance.Inner!.AdHoc!;
        if (adHoc.Pending.Count > 0)
        {
            step.Emit(new ElementsEnabled(instance.Key, []));
            return;
        }

        // Somebody has to enable what makes the condition hold.
        if (element.CompletionCondition is not null && !adHoc.IsEnding)
        {
            return;
        }

        if (element.OutputCollection is { } name)
        {
            Mappings.Spread(step, instance.Scope, [new(name, FeelValue.From([.. adHoc.Results]))]);
        }

        Lifecycle.Complete(step, instance);
    }

    /// <summary>Events on borders, event sub-processes and compensation handlers begin by themselves.</summary>
    public static bool CanBegin(ElementInstance adHoc, string elementId) =>
        adHoc.Definition.FindElement(elementId)
            is {
                Kind: not (ElementKind.BoundaryEvent or ElementKind.EventSubProcess),
                IsForCompensation: false
            } element
        && element.Scope == adHoc.Element.Index;

    private static Fault? Enabled(EngineStep step, ElementInstance instance, out ImmutableArray<string> enabled)
    {
        var element = (AdHocSubProcess)instance.Element;
        if (element.ActiveElements is not { } expression)
        {
            enabled = [.. element.Content.ImplicitStarts.Select(index => instance.Definition.Elements[index].Id)];
            return null;
        }

        enabled = [];
        if (Evaluation.Evaluate(step, expression, instance, out var value) is { } fault)
        {
            return fault;
        }

        if (value.Kind != FeelKind.List || !value.AsList().All(item => item.Kind == FeelKind.String))
        {
            return Fault.Value($"The active elements '{expression.Text}' are {value}, not a list of texts.");
        }

        enabled = [.. value.AsList().Select(item => item.AsString())];
        var unknown = enabled.FirstOrDefault(id => !CanBegin(instance, id));
        return unknown is null ? null : Fault.Value($"'{element.Id}' has no element '{unknown}' to begin with.");
    }

    private static bool IsActivity(ElementInstance instance) =>
        instance.Compensates is null
        && instance.Element.Kind
            is >= ElementKind.AbstractTask
                and <= ElementKind.ReceiveTask
                or >= ElementKind.SubProcess
                and not ElementKind.EventSubProcess;
}
