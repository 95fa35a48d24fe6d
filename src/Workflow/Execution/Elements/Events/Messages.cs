using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Execution.Elements.Events;

/// <summary>Message triggers (BPMN §10.5.5): a name and, with <c>zeebe:subscription</c>, a correlation key.</summary>
internal static class Messages
{
    public static Fault? Prepare(
        EngineStep step,
        IFeelScope scope,
        CatchEvent element,
        MessageTrigger trigger,
        out Subscription? subscription
    )
    {
        subscription = null;
        if (NameOf(step, scope, element, trigger, out var name) is { } fault)
        {
            return fault;
        }

        string? key = null;
        if (trigger.CorrelationKey?.Expression is { } expression)
        {
            if (Evaluation.Evaluate(step, expression, scope, out var value) is { } keyFault)
            {
                return keyFault;
            }

            key = KeyOf(value);
            if (key is null)
            {
                return Fault.Value(
                    $"The correlation key '{expression.Text}' is a {value.Kind}, not a text or a number."
                );
            }
        }

        subscription = new MessageSubscription(element.Id, name, key);
        return null;
    }

    public static Fault? NameOf(
        EngineStep step,
        IFeelScope scope,
        Element element,
        MessageTrigger trigger,
        out string name
    )
    {
        var fault = Evaluation.Text(step, trigger.Name, scope, "The message name", out var text);
        name = text ?? "";
        return fault ?? (name.Length > 0 ? null : Fault.Value($"The message name of '{element.Id}' is empty."));
    }

    /// <summary>A text or a number, or null for any other value.</summary>
    public static string? KeyOf(FeelValue value) =>
        value.Kind switch
        {
            FeelKind.String => value.AsString(),
            FeelKind.Number => value.AsNumber().ToString(),
            _ => null,
        };
}
