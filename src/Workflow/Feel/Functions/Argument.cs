using Approvals.Workflow.Feel.Values;

namespace Approvals.Workflow.Feel.Functions;

/// <summary>
/// A parameter of a built-in: its name and the kinds it takes (none named: any). A list parameter takes a single item as a
/// list of it, the others a list of one as its item (DMN 1.5 §10.3.2.9.4).
/// </summary>
internal sealed record Argument(string Name, params FeelKind[] Kinds)
{
    public bool IsOptional { get; init; }

    /// <summary>Takes null, as a value of its own.</summary>
    public bool TakesNull { get; init; }

    public Argument OrNull() => this with { TakesNull = true };

    public Argument Optional() => this with { IsOptional = true };

    public bool TryConvert(FeelValue value, out FeelValue converted)
    {
        converted = value;
        if (Kinds.Length == 0 || Array.IndexOf(Kinds, value.Kind) >= 0)
        {
            return true;
        }

        if (value.IsNull)
        {
            return TakesNull;
        }

        if (value.Kind == FeelKind.List && value.AsList().Count == 1)
        {
            converted = value.AsList()[0];
            return Array.IndexOf(Kinds, converted.Kind) >= 0;
        }

        if (Array.IndexOf(Kinds, FeelKind.List) >= 0)
        {
            converted = FeelValue.From((IReadOnlyList<FeelValue>)[value]);
            return true;
        }

        if (Array.IndexOf(Kinds, FeelKind.DateTime) >= 0 && value.Kind == FeelKind.Date)
        {
            converted = FeelValue.From(new FeelDateTime(value.AsDate(), 0, FeelZone.Utc));
            return true;
        }

        return false;
    }

    public static Argument Any(string name) => new(name) { TakesNull = true };

    public static Argument Number(string name) => new(name, FeelKind.Number);

    public static Argument String(string name) => new(name, FeelKind.String);

    public static Argument Boolean(string name) => new(name, FeelKind.Boolean);

    public static Argument List(string name) => new(name, FeelKind.List);

    public static Argument Context(string name) => new(name, FeelKind.Context);

    public static Argument Range(string name) => new(name, FeelKind.Range);

    public static Argument Function(string name) => new(name, FeelKind.Function);

    public static Argument Day(string name) => new(name, FeelKind.Date, FeelKind.DateTime);
}
