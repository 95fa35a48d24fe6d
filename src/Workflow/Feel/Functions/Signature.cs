namespace Approvals.Workflow.Feel.Functions;

/// <summary>One way to call a built-in. A variadic one gathers all its arguments into one list.</summary>
internal sealed class Signature
{
    private readonly Argument[] parameters;
    private readonly BuiltInBody body;
    private readonly bool isVariadic;
    private readonly bool repeatsLast;
    private readonly int required;

    private Signature(Argument[] parameters, BuiltInBody body, bool isVariadic, bool repeatsLast = false)
    {
        this.parameters = parameters;
        this.body = body;
        this.isVariadic = isVariadic;
        this.repeatsLast = repeatsLast;
        required = parameters.Count(parameter => !parameter.IsOptional);
        Names = [.. parameters.Select(parameter => parameter.Name)];
    }

    public IReadOnlyList<string> Names { get; }

    public static Signature Of(Argument[] parameters, BuiltInBody body) => new(parameters, body, false);

    /// <summary>The body gets one argument: the list of all that were given.</summary>
    public static Signature Variadic(Argument item, BuiltInBody body) => new([item], body, true);

    /// <summary>The last parameter may be given any number of times; the body gets them one by one.</summary>
    public static Signature Rest(Argument[] parameters, BuiltInBody body) => new(parameters, body, false, true);

    public bool Accepts(ReadOnlySpan<FeelValue> arguments)
    {
        if (isVariadic)
        {
            foreach (var argument in arguments)
            {
                if (!parameters[0].TryConvert(argument, out _))
                {
                    return false;
                }
            }

            return arguments.Length > 0;
        }

        if (arguments.Length < required || (arguments.Length > parameters.Length && !repeatsLast))
        {
            return false;
        }

        for (var i = 0; i < arguments.Length; i++)
        {
            var parameter = At(i);
            if (!parameter.TryConvert(arguments[i], out _))
            {
                return false;
            }
        }

        return true;
    }

    public FeelValue Invoke(ReadOnlySpan<FeelValue> arguments, FeelEnvironment environment)
    {
        if (isVariadic)
        {
            var items = new FeelValue[arguments.Length];
            for (var i = 0; i < items.Length; i++)
            {
                _ = parameters[0].TryConvert(arguments[i], out items[i]);
            }

            return body([FeelValue.From(items)], environment);
        }

        var count = Math.Max(parameters.Length, arguments.Length);
        var buffer = default(Compilation.ArgumentBuffer);
        Span<FeelValue> values =
            count <= Compilation.ArgumentBuffer.Capacity ? ((Span<FeelValue>)buffer)[..count] : new FeelValue[count];
        for (var i = 0; i < arguments.Length; i++)
        {
            _ = At(i).TryConvert(arguments[i], out values[i]);
        }

        return body(values, environment);
    }

    /// <summary>Named arguments in the order of the parameters; null when a name is unknown, doubled or missing, or a kind wrong.</summary>
    public FeelValue[]? Arrange(string[] names, ReadOnlySpan<FeelValue> arguments)
    {
        if (isVariadic)
        {
            return null;
        }

        var arranged = new FeelValue[parameters.Length];
        var given = new bool[parameters.Length];
        for (var i = 0; i < names.Length; i++)
        {
            var name = names[i];
            var at = Array.FindIndex(parameters, parameter => parameter.Name == name);
            if (at < 0 || given[at] || !parameters[at].TryConvert(arguments[i], out _))
            {
                return null;
            }

            (arranged[at], given[at]) = (arguments[i], true);
        }

        for (var i = 0; i < parameters.Length; i++)
        {
            if (!given[i] && !parameters[i].IsOptional)
            {
                return null;
            }
        }

        return arranged;
    }

    private Argument At(int position) => parameters[Math.Min(position, parameters.Length - 1)];

    public override string ToString() =>
        isVariadic
            ? $"({parameters[0].Name}, …)"
            : $"({string.Join(", ", parameters.Select(parameter => parameter.IsOptional ? parameter.Name + "?" : parameter.Name))})";
}
