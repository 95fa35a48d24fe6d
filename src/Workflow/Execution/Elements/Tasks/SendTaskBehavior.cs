using System.Collections.Immutable;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Elements.Events.Throwing;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Elements.Tasks;

/// <summary>
/// Send task (BPMN §13.3.3): a worker sends, or, where the task names a message and no job type, the engine throws that message. A
/// task that names neither waits for a worker that nobody can be.
/// </summary>
internal sealed class SendTaskBehavior : ElementBehavior
{
    public override Fault? Activate(EngineStep step, ElementInstance instance)
    {
        var task = (JobTask)instance.Element;
        if (!Throws(task))
        {
            return JobCreation.Create(step, instance, task.Job);
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
        var task = (JobTask)instance.Element;
        return Throws(task) ? [task.Message!] : [];
    }

    /// <summary>A message that goes by the id of the task is one that the file does not name.</summary>
    private static bool Throws(JobTask task) =>
        task.Job.Type is null && task.Message is { } message && message.Name.Text != task.Id;
}
