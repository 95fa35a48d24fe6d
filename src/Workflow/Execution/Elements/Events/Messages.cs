using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Execution.Elements.Events;

/// <summary>Message triggers (BPMN §10.5.5): a name and, with <c>zeebe:subscription</c>, a correlation key.</summary>
internal static class Messages
{
    public static Fault? Prepare(
        EngineStep step,
        WaitOwner owner,
        CatchEvent element,
        MessageTrigger trigger,
        out Subscription? subscription
    )
    {
        subscription = null;
        if (Evaluation.Text(step, trigger.Name, owner, "The message name", out var name) is { } fault)
        {
            return fault;
        }

        if (string.IsNullOrEmpty(name))
        {
            return Fault.Value($"The message name of '{element.Id}' is empty.");
        }

        string? key = null;
        if (trigger.CorrelationKey?.Expression is { } expression)
        {
            if (Evaluation.Evaluate(step, expression, owner, out var value) is { } keyFault)
            {
                return keyFault;
            }

            if (value.Kind is not (FeelKind.String or FeelKind.Number))
            {
                return Fault.Value(
                    $"The correlation key '{expression.Text}' is a {value.Kind}, not a text or a number."
                );
            }

            key = value.Kind == FeelKind.String ? value.AsString() : value.AsNumber().ToString();
        }

        subscription = new MessageSubscription(element.Id, name, key);
        return null;
    }
}
