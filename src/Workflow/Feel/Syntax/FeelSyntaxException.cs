namespace Approvals.Workflow.Feel.Syntax;

/// <summary>Ends a parse at the first fault; becomes the diagnostic of <see cref="FeelCompilation"/>.</summary>
internal sealed class FeelSyntaxException(string code, string message, int position, int length) : Exception(message)
{
    public FeelDiagnostic Diagnostic { get; } = new(code, message, position, length);
}
