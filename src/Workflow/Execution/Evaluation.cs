using System.Globalization;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Execution;

/// <summary>Evaluates the expressions of a model. Null with a diagnostic is a fault; null without one is a value.</summary>
internal static class Evaluation
{
    public static Fault? Evaluate(EngineStep step, FeelExpression expression, IFeelScope scope, out FeelValue value)
    {
        step.Feel.Clear();
        value = expression.Evaluate(scope, step.Feel);
        return value.IsNull && step.Feel.Diagnostics is [var first, ..]
            ? Fault.Expression(expression.Text, first.Message)
            : null;
    }

    public static Fault? Evaluate(EngineStep step, ModelValue source, IFeelScope scope, out FeelValue value)
    {
        if (source.Expression is { } expression)
        {
            return Evaluate(step, expression, scope, out value);
        }

        value = FeelValue.From(source.Text);
        return null;
    }

    /// <summary>As <see cref="Evaluate(EngineStep, FeelExpression, IFeelScope, out FeelValue)"/>, for a value that becomes a variable.</summary>
    public static Fault? EvaluateStorable(
        EngineStep step,
        FeelExpression expression,
        IFeelScope scope,
        out FeelValue value
    ) =>
        Evaluate(step, expression, scope, out value)
        ?? (
            IsStorable(value)
                ? null
                : Fault.Value($"FEEL '{expression.Text}' gives a function, which is no variable's value.")
        );

    public static Fault? EvaluateStorable(EngineStep step, ModelValue source, IFeelScope scope, out FeelValue value)
    {
        if (source.Expression is { } expression)
        {
            return EvaluateStorable(step, expression, scope, out value);
        }

        value = FeelValue.From(source.Text);
        return null;
    }

    /// <summary>A condition: true, false, or a fault for anything else.</summary>
    public static Fault? Test(EngineStep step, FeelExpression condition, IFeelScope scope, out bool holds)
    {
        step.Feel.Clear();
        var value = condition.Evaluate(scope, step.Feel);
        holds = value.IsTrue;
        if (value.Kind == FeelKind.Boolean)
        {
            return null;
        }

        var why = step.Feel.Diagnostics is [var first, ..] ? $": {first.Message}" : ".";
        return new(
            State.IncidentKind.Condition,
            $"The condition '{condition.Text}' gave {(value.IsNull ? "null" : value.Kind.ToString())} instead of true or false{why}",
            "Set the variables that the condition reads, then resolve the incident."
        );
    }

    /// <summary>An optional text: a string, or null for an absent source or a null value.</summary>
    public static Fault? Text(EngineStep step, ModelValue? source, IFeelScope scope, string what, out string? text)
    {
        text = source?.Text;
        if (source?.Expression is not { } expression)
        {
            return null;
        }

        if (Evaluate(step, expression, scope, out var value) is { } fault)
        {
            return fault;
        }

        if (value.Kind is FeelKind.String)
        {
            text = value.AsString();
            return null;
        }

        return value.IsNull ? null : Fault.Value($"{what} '{expression.Text}' gives a {value.Kind}, not a text.");
    }

    /// <summary>A whole number from 0; without a source the number stays what it is.</summary>
    public static Fault? Integer(
        EngineStep step,
        ModelValue? source,
        IFeelScope scope,
        string what,
        int maximum,
        ref int number
    )
    {
        if (source is null)
        {
            return null;
        }

        if (Evaluate(step, source, scope, out var value) is { } fault)
        {
            return fault;
        }

        if (
            value.TryGetInt64(out var integer)
            || (
                value.Kind == FeelKind.String
                && long.TryParse(value.AsString(), NumberStyles.Integer, CultureInfo.InvariantCulture, out integer)
            )
        )
        {
            number = (int)Math.Clamp(integer, -1, maximum + 1L);
            return number >= 0 && number <= maximum
                ? null
                : Fault.Value($"{what} {integer} is not between 0 and {maximum}.");
        }

        return Fault.Value($"{what} is no whole number: {value}.");
    }

    private static bool IsStorable(FeelValue value)
    {
        switch (value.Kind)
        {
            case FeelKind.Function:
                return false;
            case FeelKind.List:
                foreach (var item in value.AsList())
                {
                    if (!IsStorable(item))
                    {
                        return false;
                    }
                }

                return true;
            case FeelKind.Context:
                foreach (var (_, item) in value.AsContext())
                {
                    if (!IsStorable(item))
                    {
                        return false;
                    }
                }

                return true;
            default:
                return true;
        }
    }
}
