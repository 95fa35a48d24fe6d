using System.Runtime.CompilerServices;

namespace Approvals.Workflow.Feel.Values;

/// <summary>Decides whether a value of the base type is one of the values a type restricts itself to.</summary>
public delegate bool FeelConstraint(FeelValue value, FeelEnvironment environment);

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
    private readonly FeelConstraint? constraint;
    private readonly Lazy<FeelType>? later;

    private FeelType(
        string name,
        FeelKind? kind,
        FeelType? element = null,
        IReadOnlyList<KeyValuePair<string, FeelType>>? entries = null,
        IReadOnlyList<FeelType>? parameters = null,
        FeelConstraint? constraint = null,
        Lazy<FeelType>? later = null
    )
    {
        Name = name;
        this.kind = kind;
        this.element = element;
        this.entries = entries ?? [];
        this.parameters = parameters;
        this.constraint = constraint;
        this.later = later;
    }

    public string Name { get; }

    /// <summary>The type of a list's items, a range's ends, or a function's result; null where there is none.</summary>
    public FeelType? Element => later is null ? element : later.Value.Element;

    /// <summary>Null for Any.</summary>
    public FeelKind? Kind => later is null ? kind : later.Value.Kind;

    public static FeelType Any { get; } = new("Any", null);

    /// <summary>Stands for a type that depends on data; it conforms to every other.</summary>
    internal static FeelType Unknown { get; } = new("Any", null);

    public static FeelType Of(FeelKind kind) => new(Kinds.NameOf(kind), kind);

    public static FeelType ListOf(FeelType element) => new($"list<{element.Name}>", FeelKind.List, element);

    public static FeelType RangeOf(FeelType element) => new($"range<{element.Name}>", FeelKind.Range, element);

    public static FeelType ContextOf(IEnumerable<KeyValuePair<string, FeelType>> entries) =>
        new("context", FeelKind.Context, entries: [.. entries]);

    public static FeelType FunctionOf(IReadOnlyList<FeelType> parameters, FeelType result) =>
        new("function", FeelKind.Function, element: result, parameters: parameters);

    /// <summary>A type that is looked up when it is first needed, so that a type can be a part of itself.</summary>
    public static FeelType Later(string name, Func<FeelType> find) => new(name, null, later: new Lazy<FeelType>(find));

    /// <summary>The same type under a model's own name, with values it restricts itself to beside its own restriction.</summary>
    public FeelType Named(string name, FeelConstraint? allowed = null)
    {
        if (later is not null)
        {
            return Later(name, () => later.Value.Named(name, allowed));
        }

        var own = constraint;
        FeelConstraint? both =
            own is null ? allowed
            : allowed is null ? own
            : (value, environment) => own(value, environment) && allowed(value, environment);
        return new(name, kind, element, entries, parameters, both);
    }

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

    /// <summary>`instance of`: of the type, whether or not it is one of the values the type restricts itself to.</summary>
    public bool Includes(FeelValue value, FeelEnvironment environment) => Includes(value, environment, false);

    /// <summary>
    /// Conforms, or becomes conforming by an implicit conversion (§10.3.2.9.4): a list of one to its item, an item to a list
    /// of it, a date to the first moment of its day in UTC.
    /// </summary>
    public bool TryConvert(FeelValue value, FeelEnvironment environment, out FeelValue converted)
    {
        if (later is not null)
        {
            return later.Value.TryConvert(value, environment, out converted);
        }

        converted = value;
        if (value.IsNull || Includes(value, environment, true))
        {
            return true;
        }

        if (kind == FeelKind.List && value.Kind != FeelKind.List)
        {
            converted = FeelValue.From((IReadOnlyList<FeelValue>)[value]);
            return IncludesOrNull(ref converted, environment);
        }

        if (kind != FeelKind.List && value.Kind == FeelKind.List && value.AsList().Count == 1)
        {
            converted = value.AsList()[0];
            return IncludesOrNull(ref converted, environment);
        }

        if (kind == FeelKind.DateTime && value.Kind == FeelKind.Date)
        {
            converted = FeelValue.From(new FeelDateTime(value.AsDate(), 0, FeelZone.Utc));
            return IncludesOrNull(ref converted, environment);
        }

        converted = default;
        return false;
    }

    /// <summary>
    /// A value that came as JSON, which has no temporal kinds: texts become the date, time or duration that the type asks
    /// for. What does not fit stays as it is.
    /// </summary>
    public FeelValue FromJson(FeelValue value)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (later is not null)
        {
            return later.Value.FromJson(value);
        }

        switch (value.Kind)
        {
            case FeelKind.String when kind is >= FeelKind.Date and <= FeelKind.YearsMonthsDuration:
                var parsed = Temporal.Parse(value.AsString());
                return parsed.Kind == kind || (parsed.Kind == FeelKind.Date && kind == FeelKind.DateTime)
                    ? parsed
                    : value;
            case FeelKind.List when element is not null:
                return FeelValue.From((IReadOnlyList<FeelValue>)[.. value.AsList().Select(element.FromJson)]);
            case FeelKind.Context when entries.Count > 0:
                var context = value.AsContext();
                foreach (var (name, type) in entries)
                {
                    if (context.TryGetValue(name, out var entry))
                    {
                        context = context.With(name, type.FromJson(entry));
                    }
                }

                return FeelValue.From(context);
            default:
                return value;
        }
    }

    /// <summary>
    /// Every value of this type is one of the other (§10.3.2.9.3): structures by their parts, functions with wider
    /// parameters and narrower results.
    /// </summary>
    public bool ConformsTo(FeelType other)
    {
        ArgumentNullException.ThrowIfNull(other);
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (later is not null || other.later is not null)
        {
            return (later?.Value ?? this).ConformsTo(other.later?.Value ?? other);
        }

        if (other.kind is null || kind == FeelKind.Null || ReferenceEquals(this, Unknown))
        {
            return true;
        }

        return kind == other.kind
            && (other.element is null || element is null || element.ConformsTo(other.element))
            && other.entries.All(entry => EntryOf(entry.Key) is { } own && own.ConformsTo(entry.Value))
            && Takes(parameters, other.parameters);
    }

    public override string ToString() => Name;

    private FeelType? EntryOf(string name) => entries.FirstOrDefault(entry => entry.Key == name).Value;

    private static bool Takes(IReadOnlyList<FeelType>? parameters, IReadOnlyList<FeelType>? arguments) =>
        parameters is null
        || arguments is null
        || (
            parameters.Count == arguments.Count
            && arguments.Zip(parameters).All(pair => pair.First.ConformsTo(pair.Second))
        );

    private bool IncludesOrNull(ref FeelValue value, FeelEnvironment environment)
    {
        if (Includes(value, environment, true))
        {
            return true;
        }

        value = default;
        return false;
    }

    private bool Includes(FeelValue value, FeelEnvironment environment, bool isRestricted)
    {
        if (later is not null)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            return later.Value.Includes(value, environment, isRestricted);
        }

        return (kind is null || (value.Kind == kind && IncludesParts(value, environment, isRestricted)))
            && (!isRestricted || constraint is null || constraint(value, environment));
    }

    private bool IncludesParts(FeelValue value, FeelEnvironment environment, bool isRestricted)
    {
        switch (kind)
        {
            case FeelKind.List:
                return element is null || AllAre(element, value.AsList(), environment, isRestricted);
            case FeelKind.Context:
                var context = value.AsContext();
                foreach (var (name, type) in entries)
                {
                    if (
                        !context.TryGetValue(name, out var field)
                        || (!field.IsNull && !type.Includes(field, environment, isRestricted))
                    )
                    {
                        return false;
                    }
                }

                return true;
            case FeelKind.Range:
                var range = value.AsRange();
                var end = range.Start.IsNull ? range.End : range.Start;
                return element is null || element.Includes(end, environment, isRestricted);
            case FeelKind.Function:
                return parameters is null || IncludesFunction(value.AsFunction());
            default:
                return true;
        }
    }

    private bool IncludesFunction(FeelFunction function) =>
        function.Parameters.Count == parameters!.Count
        && Takes(function.ParameterTypes, parameters)
        && (element is null || function.ResultType is not { } result || result.ConformsTo(element));

    private static bool AllAre(
        FeelType type,
        IReadOnlyList<FeelValue> items,
        FeelEnvironment environment,
        bool isRestricted
    )
    {
        for (var i = 0; i < items.Count; i++)
        {
            environment.Step();
            if (!items[i].IsNull && !type.Includes(items[i], environment, isRestricted))
            {
                return false;
            }
        }

        return true;
    }
}
