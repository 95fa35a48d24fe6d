using Approvals.Workflow.Feel;
using Approvals.Workflow.Feel.Values;

namespace Approvals.Workflow.Dmn.Boxed;

/// <summary>
/// A boxed invocation (DMN 1.5 §7.3.6): binds parameters by name; one without a binding is null.
/// </summary>
internal sealed class InvocationCode(BoxedCode callee, (string Parameter, BoxedCode Value)[] bindings) : BoxedCode
{
    public override FeelValue Evaluate(IFeelScope scope, FeelEnvironment environment)
    {
        var target = callee.Evaluate(scope, environment);
        if (target.Kind != FeelKind.Function)
        {
            return Fail(environment, "type", "What is invoked is no function.");
        }

        var function = target.AsFunction();
        var parameters = function.Parameters;
        var arguments = new FeelValue[parameters.Count];
        foreach (var (parameter, value) in bindings)
        {
            var at = 0;
            while (at < parameters.Count && parameters[at] != parameter)
            {
                at++;
            }

            if (at == parameters.Count)
            {
                return Fail(environment, "arguments", $"The function has no parameter '{parameter}'.");
            }

            arguments[at] = value.Evaluate(scope, environment);
        }

        var before = environment.EnterText(Source);
        var result = function.Invoke(arguments, environment);
        environment.LeaveText(before);
        return result;
    }
}
