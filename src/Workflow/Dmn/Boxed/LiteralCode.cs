using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Dmn.Boxed;

/// <summary>FEEL text.</summary>
internal sealed class LiteralCode(FeelExpression expression) : BoxedCode
{
    public override FeelValue Evaluate(IFeelScope scope, FeelEnvironment environment)
    {
        var before = environment.EnterText(Source);
        var value = expression.Run(scope, environment);
        environment.LeaveText(before);
        return value;
    }
}

/// <summary>Stands where logic is missing, broken or of a kind that is not executed: null, and says so each time.</summary>
internal sealed class BrokenCode(string code, string message) : BoxedCode
{
    public override FeelValue Evaluate(IFeelScope scope, FeelEnvironment environment) =>
        Fail(environment, code, message);
}
