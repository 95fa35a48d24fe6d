using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Execution.Elements.Events;

/// <summary>
/// Conditional triggers (BPMN §10.5.5): they happen when the condition turns true, at once when it is true as the waiting begins.
/// They are looked at after every change of variables and once in every step. A condition that gives null, or no truth value,
/// is not true; the reason is kept for whoever asks why the element waits.
/// </summary>
internal static class Conditions
{
    /// <summary>Each once, oldest first.</summary>
    public static void Evaluate(EngineStep step)
    {
        step.HasChangedVariables = false;
        foreach (var condition in step.State.Conditions.Items.ToArray())
        {
            // An earlier one may have ended what this one waits for.
            if (step.State.IsActive && step.State.Conditions.TryFind(condition.Key, out _))
            {
                Evaluate(step, condition);
            }
        }
    }

    private static void Evaluate(EngineStep step, State.ConditionState condition)
    {
        step.Feel.Clear();
        var value = condition.Condition.Evaluate(condition.Owner, step.Feel);
        if (!value.IsTrue)
        {
            var diagnostic = DiagnosticOf(step, value);
            if (condition.Holds || condition.Diagnostic != diagnostic)
            {
                step.Emit(new ConditionEvaluated(condition.Key, diagnostic));
            }
        }
        else if (!condition.Holds)
        {
            step.Emit(new ConditionTriggered(condition.Key, condition.Target.Id));
            if (!Subscriptions.Stays(condition))
            {
                step.Emit(new ConditionSubscriptionClosed(condition.Key));
            }

            Subscriptions.Fire(step, condition, []);
        }
    }

    private static string? DiagnosticOf(EngineStep step, FeelValue value)
    {
        if (value.IsFalse)
        {
            return null;
        }

        return step.Feel.Diagnostics is [var first, ..] ? first.Message
            : value.IsNull ? "It gives null."
            : $"It gives a {value.Kind}, not true or false.";
    }
}
