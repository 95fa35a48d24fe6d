namespace Approvals.Workflow.Feel.Values;

/// <summary>FEEL's names of the kinds, as `instance of` and the diagnostics spell them.</summary>
internal static class Kinds
{
    public static string NameOf(FeelValue value) => NameOf(value.Kind);

    public static string NameOf(FeelKind kind) =>
        kind switch
        {
            FeelKind.Null => "null",
            FeelKind.Boolean => "boolean",
            FeelKind.Number => "number",
            FeelKind.String => "string",
            FeelKind.Date => "date",
            FeelKind.Time => "time",
            FeelKind.DateTime => "date and time",
            FeelKind.DaysTimeDuration => "days and time duration",
            FeelKind.YearsMonthsDuration => "years and months duration",
            FeelKind.List => "list",
            FeelKind.Context => "context",
            FeelKind.Range => "range",
            _ => "function",
        };
}
