namespace Approvals.Workflow.Feel.Values;

/// <summary>
/// A type of FEEL's lattice (DMN 1.5 §10.3.2.9): Any, Null, a kind, or a structure over others. Null is of every type as an
/// argument, but an instance only of Null and Any.
/// </summary>
public sealed class FeelType
{
    private readonly FeelKind? kind;
    private readonly FeelType? element;
    private readonly IReadOnlyList<KeyValuePair<string, FeelType>> entries;
    private readonly IReadOnlyList<FeelType>? parameters;
    private readonly Func<FeelValue, bool>? constraint;

    private FeelType(
        string name,
        FeelKind? kind,
        FeelType? element = null,
        IReadOnlyList<KeyValuePair<string, FeelType>>? entries = null,
        IReadOnlyList<FeelType>? parameters = null,
        Func<FeelValue, bool>? constraint = null
    )
    {
        Name = name;
        this.kind = kind;
        this.element = element;
        this.entries = entries ?? [];
        this.parameters = parameters;
        this.constraint = constraint;
    }

    public string Name { get; }

    public static FeelType Any { get; } = new("Any", null);

    public static FeelType Of(FeelKind kind) => new(Kinds.NameOf(kind), kind);

    public static FeelType ListOf(FeelType element) => new($"list<{element.Name}>", FeelKind.List, element);

    public static FeelType RangeOf(FeelType element) => new($"range<{element.Name}>", FeelKind.Range, element);

    public static FeelType ContextOf(IEnumerable<KeyValuePair<string, FeelType>> entries) =>
        new("context", FeelKind.Context, entries: [.. entries]);

    public static FeelType FunctionOf(IReadOnlyList<FeelType> parameters, FeelType result) =>
        new("function", FeelKind.Function, element: result, parameters: parameters);

    /// <summary>The same type under a model's own name, with values it restricts itself to.</summary>
    public FeelType Named(string name, Func<FeelValue, bool>? allowed = null) =>
        new(name, kind, element, entries, parameters, allowed ?? constraint);

    /// <summary>The type of FEEL's own with this name, or null.</summary>
    public static FeelType? Find(string name) =>
        name switch
        {
            "Any" => Any,
            "Null" => Of(FeelKind.Null),
            "boolean" => Of(FeelKind.Boolean),
            "number" => Of(FeelKind.Number),
            "string" => Of(FeelKind.String),
            "date" => Of(FeelKind.Date),
            "time" => Of(FeelKind.Time),
            "date and time" or "dateTime" => Of(FeelKind.DateTime),
            "days and time duration" or "dayTimeDuration" => Of(FeelKind.DaysTimeDuration),
            "years and months duration" or "yearMonthDuration" => Of(FeelKind.YearsMonthsDuration),
            "list" => Of(FeelKind.List),
            "context" => Of(FeelKind.Context),
            "range" => Of(FeelKind.Range),
            "function" => Of(FeelKind.Function),
            _ => null,
        };

    /// <summary>`instance of`.</summary>
    public bool Includes(FeelValue value) =>
        kind is null ? constraint is null || constraint(value) : value.Kind == kind && IncludesParts(value);

    /// <summary>
    /// Conforms, or becomes conforming by an implicit conversion (§10.3.2.9.4): a list of one to its item, an item to a list
    /// of it, a date to the first moment of its day in UTC.
    /// </summary>
    public bool TryConvert(FeelValue value, out FeelValue converted)
    {
        converted = value;
        if (value.IsNull || Includes(value))
        {
            return true;
        }

        if (kind == FeelKind.List && value.Kind != FeelKind.List)
        {
            converted = FeelValue.From((IReadOnlyList<FeelValue>)[value]);
            return Includes(converted);
        }

        if (kind != FeelKind.List && value.Kind == FeelKind.List && value.AsList().Count == 1)
        {
            converted = value.AsList()[0];
            return Includes(converted);
        }

        if (kind == FeelKind.DateTime && value.Kind == FeelKind.Date)
        {
            converted = FeelValue.From(new FeelDateTime(value.AsDate(), 0, FeelZone.Utc));
            return Includes(converted);
        }

        converted = default;
        return false;
    }

    public override string ToString() => Name;

    private bool IncludesParts(FeelValue value)
    {
        if (constraint is not null && !constraint(value))
        {
            return false;
        }

        switch (kind)
        {
            case FeelKind.List:
                return element is null || value.AsList().All(item => item.IsNull || element.Includes(item));
            case FeelKind.Context:
                var context = value.AsContext();
                return entries.All(entry =>
                    context.TryGetValue(entry.Key, out var field) && (field.IsNull || entry.Value.Includes(field))
                );
            case FeelKind.Range:
                var range = value.AsRange();
                return element is null || element.Includes(range.Start.IsNull ? range.End : range.Start);
            case FeelKind.Function:
                return parameters is null || value.AsFunction().Parameters.Count == parameters.Count;
            default:
                return true;
        }
    }
}
