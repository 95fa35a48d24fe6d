using Approvals.Workflow.Dmn.Boxed;
using Approvals.Workflow.Dmn.Model;
using Approvals.Workflow.Feel;
using Approvals.Workflow.Feel.Syntax;
using Approvals.Workflow.Feel.Values;

namespace Approvals.Workflow.Dmn.Compilation;

/// <summary>The types of one model, those of its imports under their prefix, and the names that contexts of it may have.</summary>
internal sealed class ModelTypes
{
    private readonly Dictionary<string, FeelType> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ItemDefinition> items = new(StringComparer.Ordinal);
    private readonly HashSet<string> members = new(StringComparer.Ordinal);
    private readonly HashSet<string> open = new(StringComparer.Ordinal);
    private readonly ModelProblems problems;

    public ModelTypes(
        Definitions definitions,
        IEnumerable<(string Prefix, ModelTypes Types)> imports,
        ModelProblems problems
    )
    {
        this.problems = problems;
        foreach (var (prefix, types) in imports)
        {
            foreach (var (name, type) in types.byName)
            {
                byName.TryAdd(prefix + name, type);
            }

            foreach (var (name, item) in types.items)
            {
                items.TryAdd(prefix + name, item);
            }

            members.UnionWith(types.members);
        }

        foreach (var item in definitions.ItemDefinitions)
        {
            items[item.Name] = item;
            byName.Remove(item.Name);
        }

        foreach (var item in definitions.ItemDefinitions)
        {
            Define(item);
        }

        MemberNames.Collect(definitions, members);
    }

    public IReadOnlyDictionary<string, FeelType> ByName => byName;

    /// <summary>Only those that the parser could not read as one name otherwise.</summary>
    public IReadOnlyCollection<string> Members => field ??= [.. members.Where(name => !Characters.IsName(name))];

    public NameTable MemberTable => field ??= NameTable.Of(Members);

    /// <summary>The item definition that a reference names, or null for FEEL's own types.</summary>
    public ItemDefinition? ItemOf(string? typeRef) => typeRef is null ? null : items.GetValueOrDefault(typeRef);

    /// <summary>
    /// The values that a type restricts itself to, or the type it is made of; with a component's name those of the component.
    /// </summary>
    public ModelText? AllowedValues(string? typeRef, string? component = null)
    {
        var item = ItemOf(typeRef);
        if (component is not null)
        {
            item = item?.Components.FirstOrDefault(part => part.Name == component);
        }

        for (var depth = 0; item is not null && depth < items.Count + 1; depth++)
        {
            if (item.AllowedValues is { } values)
            {
                return values;
            }

            item = ItemOf(item.TypeRef);
        }

        return null;
    }

    /// <summary>The type that a reference names; Any when there is none, or, after a problem, when it names nothing.</summary>
    public FeelType Find(string? typeRef, Problem at)
    {
        if (typeRef is null)
        {
            return FeelType.Any;
        }

        if (byName.TryGetValue(typeRef, out var known))
        {
            return known;
        }

        if (items.TryGetValue(typeRef, out var item))
        {
            return Define(item);
        }

        if (FeelType.Find(typeRef) is { } own)
        {
            return own;
        }

        problems.Add("type.unknown", at, $"There is no type '{typeRef}'.");
        return FeelType.Any;
    }

    /// <summary>The type of a function's result, which models write as that of the function, too.</summary>
    public FeelType ResultOf(string? typeRef, Problem at)
    {
        var type = Find(typeRef, at);
        return type.Kind == FeelKind.Function ? type.Element ?? FeelType.Any : type;
    }

    private FeelType Define(ItemDefinition item)
    {
        if (byName.TryGetValue(item.Name, out var known))
        {
            return known;
        }

        if (!open.Add(item.Name))
        {
            problems.Add("type.cycle", Problem.At(item), $"The type '{item.Name}' is defined by itself.");
            return FeelType.Any;
        }

        var type = Build(item);
        open.Remove(item.Name);
        byName[item.Name] = type;
        return type;
    }

    private FeelType Build(ItemDefinition item)
    {
        FeelType type;
        if (item.Components.Length > 0)
        {
            type = FeelType.ContextOf(
                item.Components.Select(part => new KeyValuePair<string, FeelType>(part.Name, Component(part)))
            );
        }
        else if (item.Function is { } function)
        {
            type = FeelType.FunctionOf(
                [.. function.Parameters.Select(parameter => Part(parameter.TypeRef, item))],
                Part(function.OutputTypeRef, item)
            );
        }
        else
        {
            type = Find(item.TypeRef, Problem.At(item));
        }

        type = type.Named(item.Name, Constraint(item.AllowedValues));
        if (item.IsCollection)
        {
            type = FeelType.ListOf(type).Named(item.Name);
        }

        return item.TypeConstraint is null ? type : type.Named(item.Name, Constraint(item.TypeConstraint));
    }

    // A part may be of the very type it is a part of; it is looked up when a value is there.
    private FeelType Component(ItemDefinition part) =>
        part.TypeRef is { } reference && open.Contains(reference)
            ? Restrict(FeelType.Later(reference, () => byName[reference]), part)
            : Build(part);

    private FeelType Restrict(FeelType type, ItemDefinition part)
    {
        var restricted = type.Named(part.Name, Constraint(part.AllowedValues));
        return part.IsCollection ? FeelType.ListOf(restricted) : restricted;
    }

    private FeelType Part(string? typeRef, ItemDefinition item) =>
        typeRef is not null && open.Contains(typeRef)
            ? FeelType.Later(typeRef, () => byName[typeRef])
            : Find(typeRef, Problem.At(item));

    private FeelConstraint? Constraint(ModelText? text)
    {
        if (text is null)
        {
            return null;
        }

        var compilation = FeelExpression.CompileUnaryTests(text.Text);
        if (compilation.Expression is not { } tests)
        {
            problems.AddFeel(text, compilation.Diagnostics);
            return null;
        }

        return (value, environment) => tests.Run(new InputScope(Frame.Empty) { Input = value }, environment).IsTrue;
    }
}
