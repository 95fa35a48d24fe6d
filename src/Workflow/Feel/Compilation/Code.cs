namespace Approvals.Workflow.Feel.Compilation;

/// <summary>One node of the compiled tree, with the span of the text its diagnostics name.</summary>
internal abstract class Code
{
    public required int Position { get; init; }
    public required int Length { get; init; }

    public abstract FeelValue Evaluate(in Activation activation);

    protected FeelValue Fail(in Activation activation, string code, string message)
    {
        activation.Environment.At(Position, Length);
        return activation.Environment.Fail(code, message);
    }
}
