using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Elements;

/// <summary>
/// What one kind of element does. Behaviours have no state. <see cref="Activate"/> either begins to wait, or calls
/// <see cref="Lifecycle.Complete"/>; it evaluates everything before it emits anything, so that after a fault it can be called again.
/// </summary>
internal abstract class ElementBehavior
{
    public abstract Fault? Activate(EngineStep step, ElementInstance instance);

    /// <summary>
    /// The flows to take. Activities and events take every flow without a condition and those whose condition holds, or
    /// the default flow when none does (BPMN §13.3.1).
    /// </summary>
    public virtual Fault? ChooseFlows(EngineStep step, ElementInstance instance, List<int> chosen)
    {
        var element = instance.Element;
        foreach (var index in element.Outgoing)
        {
            if (index == element.DefaultFlow)
            {
                continue;
            }

            var holds = true;
            if (
                instance.Definition.Flows[index].Condition is { } condition
                && Evaluation.Test(step, condition, instance, out holds) is { } fault
            )
            {
                return fault;
            }

            if (holds)
            {
                chosen.Add(index);
            }
        }

        return chosen.Count > 0 || element.Outgoing.IsEmpty ? null : TakeDefault(instance, chosen);
    }

    /// <summary>The instance is gone and its flows are taken.</summary>
    public virtual void Left(EngineStep step, ElementInstance instance) { }

    /// <summary>Nothing is left inside of the instance.</summary>
    public virtual void InsideEnded(EngineStep step, ElementInstance instance) => Lifecycle.Complete(step, instance);

    private protected static Fault? TakeDefault(ElementInstance instance, List<int> chosen)
    {
        var element = instance.Element;
        if (element.DefaultFlow < 0)
        {
            return new(
                IncidentKind.NoFlow,
                $"No condition of a flow out of '{element.Id}' holds, and there is no default flow.",
                "Set the variables so that a condition holds, then resolve the incident."
            );
        }

        chosen.Add(element.DefaultFlow);
        return null;
    }
}
