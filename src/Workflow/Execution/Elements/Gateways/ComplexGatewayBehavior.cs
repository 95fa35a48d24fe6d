using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Execution.Elements.Gateways;

/// <summary>
/// Complex gateway (BPMN §13.4.5), in one of its two phases; <see cref="GuardedJoins"/> says when. Starting, it gives as an
/// inclusive gateway does. Resetting, it gives a token on each flow whose condition holds, on the default flow when none does, and
/// none at all without one; a gateway whose start took a token of every incoming flow has nothing left to reset for. A flow without a condition belongs to the start alone, so that a plain "two of three" goes on once. The
/// conditions read the phase as <c>waitingForStart</c>.
/// </summary>
internal sealed class ComplexGatewayBehavior : ElementBehavior
{
    public const string Phase = "waitingForStart";

    public override Fault? Activate(EngineStep step, ElementInstance instance)
    {
        if (HasConditions(instance.Definition, instance.Element) && instance.Locals?.Contains(Phase) != true)
        {
            step.Set(instance.Key, [new(Phase, FeelValue.True)]);
        }

        Lifecycle.Complete(step, instance);
        return null;
    }

    public override Fault? ChooseFlows(EngineStep step, ElementInstance instance, List<int> chosen)
    {
        FeelValue starts = default;
        if (instance.Locals?.TryGetValue(Phase, out starts) != true || starts.IsTrue)
        {
            return base.ChooseFlows(step, instance, chosen);
        }

        var element = instance.Element;
        foreach (var index in element.Outgoing)
        {
            if (index == element.DefaultFlow || instance.Definition.Flows[index].Condition is not { } condition)
            {
                continue;
            }

            if (Evaluation.Test(step, condition, instance, out var holds) is { } fault)
            {
                return fault;
            }

            if (holds)
            {
                chosen.Add(index);
            }
        }

        if (chosen.Count == 0 && element.DefaultFlow >= 0)
        {
            chosen.Add(element.DefaultFlow);
        }

        return null;
    }

    /// <summary>Without a condition on any outgoing flow a reset gives nothing.</summary>
    public static bool HasConditions(ProcessDefinition definition, Element gateway)
    {
        foreach (var index in gateway.Outgoing)
        {
            if (definition.Flows[index].Condition is not null)
            {
                return true;
            }
        }

        return false;
    }
}
