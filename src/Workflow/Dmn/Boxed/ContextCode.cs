using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Dmn.Boxed;

/// <summary>
/// A boxed context (DMN 1.5 §10.2.1.4): each entry sees those before it, a function also itself. With an entry that has no
/// name its value is the result.
/// </summary>
internal sealed class ContextCode((string? Name, BoxedCode Value)[] entries) : BoxedCode
{
    public override FeelValue Evaluate(IFeelScope scope, FeelEnvironment environment)
    {
        var context = new FeelContext.Builder();
        foreach (var (name, code) in entries)
        {
            environment.Step();
            if (name is null)
            {
                return code.Evaluate(scope, environment);
            }

            if (code is FunctionCode)
            {
                var own = new NameScope(scope, name, default);
                var function = code.Evaluate(own, environment);
                own.Bind(function);
                scope = own;
                context.Set(name, function);
                continue;
            }

            var value = code.Evaluate(scope, environment);
            scope = new NameScope(scope, name, value);
            context.Set(name, value);
        }

        return FeelValue.From(context.Build());
    }
}
