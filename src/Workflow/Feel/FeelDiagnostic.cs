namespace Approvals.Workflow.Feel;

/// <summary>
/// What is wrong with an expression, at a place of its text (UTF-16 offset and length). <paramref name="Code"/> is stable:
/// `syntax`, `limit`, `type`, `arguments`, `undefined`, `range`, `arithmetic`, `calendar`, `external`.
/// </summary>
public sealed record FeelDiagnostic(string Code, string Message, int Position, int Length)
{
    /// <summary>The id of the model's element that bears the text, where a model runs it.</summary>
    public string? Source { get; init; }
}
