using System.Collections.Immutable;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Elements.Containers;
using Approvals.Workflow.Execution.Elements.Tasks;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Elements.Events.Throwing;

/// <summary>
/// Intermediate throw event (BPMN §13.5.2) and end event (§13.5.6) with results: the event ends, then its results are given. With
/// <c>zeebe:taskDefinition</c> a worker sends the message, and the event ends when the job is done; with compensation that is waited for, when everything is compensated.
/// </summary>
internal sealed class ThrowEventBehavior : ElementBehavior
{
    public override Fault? Activate(EngineStep step, ElementInstance instance)
    {
        if (((ThrowEvent)instance.Element).Job is { } job)
        {
            return JobCreation.Create(step, instance, job);
        }

        foreach (var result in ((ThrowEvent)instance.Element).Results)
        {
            if (
                result is CompensationTrigger { WaitsForCompletion: true } compensation
                && Compensations.Start(step, instance, compensation, waits: true)
            )
            {
                return null;
            }
        }

        Lifecycle.Complete(step, instance);
        return null;
    }

    public override Fault? ChooseFlows(EngineStep step, ElementInstance instance, List<int> chosen) =>
        Results.Check(step, instance, ResultsOf(instance)) ?? base.ChooseFlows(step, instance, chosen);

    public override void Left(EngineStep step, ElementInstance instance) =>
        Results.Give(step, instance, ResultsOf(instance));

    private static ImmutableArray<EventTrigger> ResultsOf(ElementInstance instance)
    {
        var element = (ThrowEvent)instance.Element;
        return element.Job is null ? element.Results : element.Results.RemoveAll(result => result is MessageTrigger);
    }
}
