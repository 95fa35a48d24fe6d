using Approvals.Workflow.Feel.Ast;
using Approvals.Workflow.Feel.Functions;
using Approvals.Workflow.Feel.Syntax;
using Approvals.Workflow.Feel.Values;

namespace Approvals.Workflow.Feel.Compilation;

/// <summary>The forms that bind names: filters, loops, functions, contexts; and what a name is bound to.</summary>
internal sealed partial class Emitter
{
    private Code Name(string name, Node node)
    {
        var fields = new List<int>();
        for (var at = scope; at is not null; at = at.Outer)
        {
            if (at.IsFilter)
            {
                fields.Add(at.Slot);
            }
            else if (at.Name == name)
            {
                return Field(
                    name,
                    fields,
                    new LocalName(at.Slot) { Position = node.Position, Length = node.Length },
                    node
                );
            }
        }

        if (name != "?" && (name != "item" || fields.Count == 0))
        {
            AddFreeName(name);
        }

        return Field(name, fields, new OuterName(name) { Position = node.Position, Length = node.Length }, node);
    }

    private static Code Field(string name, List<int> fields, Code outside, Node node) =>
        fields.Count == 0 || name == "?"
            ? outside
            : new ItemField(name, [.. fields], outside) { Position = node.Position, Length = node.Length };

    private void AddFreeName(string name)
    {
        if (!freeNames.Contains(name) && (known.Contains(name) || BuiltIns.Find(name) is null))
        {
            freeNames.Add(name);
        }
    }

    private FilterCode Filter(Filter node)
    {
        var target = Emit(node.Target);
        var outer = scope;
        var slot = Declare(null);
        var predicate = Emit(node.Predicate);
        Leave(outer, 1);
        return new FilterCode(target, predicate, slot) { Position = node.Position, Length = node.Length };
    }

    private Code Call(Call node)
    {
        var arguments = node.Arguments.Select(Emit).ToArray();
        var names = node.Names?.ToArray();
        if (node.Callee is Name { Text: var name } && !known.Contains(name) && !IsDeclared(name))
        {
            if (BuiltIns.Find(name) is { } function)
            {
                return new BuiltInCall(function, arguments, names) { Position = node.Position, Length = node.Length };
            }
        }

        return new ValueCall(Emit(node.Callee), arguments, names) { Position = node.Position, Length = node.Length };
    }

    private bool IsDeclared(string name)
    {
        for (var at = scope; at is not null; at = at.Outer)
        {
            if (at.Name == name)
            {
                return true;
            }
        }

        return false;
    }

    private ForCode For(For node)
    {
        var outer = scope;
        var variables = Variables(node.Iterators);
        var partial = Declare("partial");
        var body = Emit(node.Body);
        Leave(outer, variables.Length + 1);
        var usesPartial = node.Body is Name { Text: "partial" } || UsesPartial(node.Body);
        return new ForCode(variables, body, usesPartial ? partial : -1)
        {
            Position = node.Position,
            Length = node.Length,
        };
    }

    private static bool UsesPartial(Node body)
    {
        var open = new Stack<Node>([body]);
        while (open.TryPop(out var node))
        {
            if (node is Name { Text: "partial" })
            {
                return true;
            }

            foreach (var child in node.Children)
            {
                open.Push(child);
            }
        }

        return false;
    }

    private QuantifiedCode Quantified(Quantified node)
    {
        var outer = scope;
        var variables = Variables(node.Iterators);
        var condition = Emit(node.Condition);
        Leave(outer, variables.Length);
        return new QuantifiedCode(node.IsEvery, variables, condition)
        {
            Position = node.Position,
            Length = node.Length,
        };
    }

    private LoopVariable[] Variables(IReadOnlyList<Iterator> iterators)
    {
        var variables = new LoopVariable[iterators.Count];
        for (var i = 0; i < variables.Length; i++)
        {
            var source = Emit(iterators[i].Source);
            var to = iterators[i].To is { } end ? Emit(end) : null;
            variables[i] = new LoopVariable(Declare(iterators[i].Variable), source, to);
        }

        return variables;
    }

    private Code Function(FunctionDefinition node)
    {
        if (node.IsExternal)
        {
            return new ExternalFunctionCode { Position = node.Position, Length = node.Length };
        }

        var outer = scope;
        var first = slots;
        foreach (var parameter in node.Parameters)
        {
            Declare(parameter.Name);
        }

        var body = Emit(node.Body);
        Leave(outer, node.Parameters.Count);
        return new FunctionCode(
            [.. node.Parameters.Select(parameter => parameter.Name)],
            [.. node.Parameters.Select(parameter => parameter.Type is { } type ? TypeOf(type) : FeelType.Any)],
            StaticType.Of(node.Body),
            first,
            body,
            () => frameSize
        )
        {
            Position = node.Position,
            Length = node.Length,
        };
    }

    private ContextCode Context(ContextLiteral node)
    {
        var outer = scope;
        var entries = new (string, int, Code)[node.Entries.Count];
        for (var i = 0; i < entries.Length; i++)
        {
            var (name, value) = node.Entries[i];
            var seen = scope;
            var slot = Declare(name);

            // Only a function sees itself; any other entry sees what its name meant before.
            var own = scope;
            scope = value is FunctionDefinition ? own : seen;
            entries[i] = (name, slot, value is FunctionDefinition function ? Function(function) : Emit(value));
            scope = own;
        }

        Leave(outer, entries.Length);
        return new ContextCode(entries) { Position = node.Position, Length = node.Length };
    }

    private InstanceOfCode InstanceOf(InstanceOf node) =>
        new(Emit(node.Value), IsWhole(node.Type) ? TypeOf(node.Type) : null, node.Type.Name)
        {
            Position = node.Position,
            Length = node.Length,
        };

    // A constructed type needs its parts (rule 54); a model's own type may bear any name.
    private bool IsWhole(TypeName type) =>
        type.Arguments.Count > 0 || type.Result is not null
            ? type.Arguments.All(IsWhole) && (type.Result is null || IsWhole(type.Result))
            : type.Name is not ("list" or "range" or "context" or "function")
                || declarations.Types.ContainsKey(type.Name);

    private FeelType TypeOf(TypeName type)
    {
        var arguments = type.Arguments.Select(TypeOf).ToArray();
        if (type.Name == "context" && arguments.Length > 0)
        {
            return FeelType.ContextOf(
                type.Entries.Zip(arguments, (name, entry) => new KeyValuePair<string, FeelType>(name, entry))
            );
        }

        if (type.Result is { } result)
        {
            return FeelType.FunctionOf(arguments, TypeOf(result));
        }

        var found = arguments switch
        {
            [] when declarations.Types.TryGetValue(type.Name, out var own) => own,
            [] => FeelType.Find(type.Name),
            [var element] when type.Name == "list" => FeelType.ListOf(element),
            [var element] when type.Name == "range" => FeelType.RangeOf(element),
            _ => null,
        };
        return found
            ?? throw new FeelSyntaxException("type", $"There is no type '{type.Name}'.", type.Position, type.Length);
    }

    // A closure copies the slots when it is made, so a block that ends gives its slots back.
    private int Declare(string? name)
    {
        scope = new LexicalScope(scope, name, slots);
        frameSize = Math.Max(frameSize, slots + 1);
        return slots++;
    }

    private void Leave(LexicalScope? outer, int declared)
    {
        scope = outer;
        slots -= declared;
    }
}
