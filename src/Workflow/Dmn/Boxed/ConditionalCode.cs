using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Dmn.Boxed;

/// <summary>A boxed conditional (DMN 1.5 §10.2.1.8): false and null take the second branch, what is no boolean neither.</summary>
internal sealed class ConditionalCode(BoxedCode condition, BoxedCode then, BoxedCode otherwise) : BoxedCode
{
    public override FeelValue Evaluate(IFeelScope scope, FeelEnvironment environment)
    {
        var chosen = condition.Evaluate(scope, environment);
        if (chosen.Kind is not (FeelKind.Boolean or FeelKind.Null))
        {
            return Fail(environment, "type", $"A condition is true or false, not {TypeMessage.Short(chosen)}.");
        }

        return chosen.IsTrue ? then.Evaluate(scope, environment) : otherwise.Evaluate(scope, environment);
    }
}
