using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Dmn.Boxed;

/// <summary>Compiled decision logic: immutable and shared between threads; errors give null and a diagnostic of its element.</summary>
internal abstract class BoxedCode
{
    /// <summary>The id of the element, or of the nearest around it that has one.</summary>
    public required string? Source { get; init; }

    /// <exception cref="Feel.Values.FeelLimitException">The evaluation left its limits.</exception>
    public abstract FeelValue Evaluate(IFeelScope scope, FeelEnvironment environment);

    protected FeelValue Fail(FeelEnvironment environment, string code, string message)
    {
        var before = environment.EnterText(Source);
        environment.Fail(code, message);
        environment.LeaveText(before);
        return default;
    }
}
