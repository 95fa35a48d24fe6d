namespace Approvals.Workflow.Feel.Values;

/// <summary>
/// FEEL's range (DMN 1.5 §10.3.2.7): two ends of one comparable kind, either of them null when the range is open to that
/// side, as in `&lt; 10`.
/// </summary>
public sealed record FeelRange(FeelValue Start, bool StartIncluded, FeelValue End, bool EndIncluded)
{
    public override string ToString() =>
        (Start.IsNull, End.IsNull) switch
        {
            (true, false) => $"({(EndIncluded ? "<=" : "<")}{End})",
            (false, true) => $"({(StartIncluded ? ">=" : ">")}{Start})",
            _ => $"{(StartIncluded ? '[' : '(')}{Start}..{End}{(EndIncluded ? ']' : ')')}",
        };
}
