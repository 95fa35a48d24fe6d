namespace Approvals.Workflow.Feel.Functions;

/// <summary>Positions, lengths and scales: a number whose fraction, if any, is cut off.</summary>
internal static class Whole
{
    public static bool TryGet(FeelValue value, out long whole)
    {
        whole = 0;
        return value.Kind == FeelKind.Number
            && FeelNumber.TryRound(value.AsNumber(), 0, FeelRounding.Down, out var number)
            && number.TryGetInt64(out whole);
    }
}
