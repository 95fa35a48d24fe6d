using Approvals.Workflow.Dmn.Boxed;
using Approvals.Workflow.Dmn.Checking;
using Approvals.Workflow.Dmn.Model;
using Approvals.Workflow.Feel;
using Approvals.Workflow.Feel.Values;

namespace Approvals.Workflow.Dmn.Compilation;

/// <summary>
/// Turns decision logic into code. What is broken becomes code that gives null and says so, beside the problem, so that the
/// rest of the model still works.
/// </summary>
internal sealed class LogicCompiler(ModelProblems problems)
{
    public ModelProblems Problems => problems;

    /// <summary>Every table compiled so far, for the static checks.</summary>
    public List<CompiledTable> Tables { get; } = [];

    /// <summary>The element whose logic is being compiled.</summary>
    public string Element { get; set; } = "";

    /// <summary>Logic whose value is of the expression's own type.</summary>
    public BoxedCode Compile(Expression? logic, Declared declared, string what)
    {
        if (logic is null)
        {
            return Broken(null, "logic.missing", $"{what} has no logic.");
        }

        var code = Untyped(logic, declared);
        return logic.TypeRef is null or "Any" || logic is FunctionDefinition or DecisionTable
            ? code
            : Typed(code, logic.TypeRef, declared, Problem.At(logic), what);
    }

    /// <summary>The code with its value converted to a type of the model.</summary>
    public static BoxedCode Typed(BoxedCode code, string? typeRef, Declared declared, Problem at, string what)
    {
        var type = declared.Types.Find(typeRef, at);
        return ReferenceEquals(type, FeelType.Any) ? code : new TypedCode(code, type, what) { Source = code.Source };
    }

    public BoxedCode Literal(ModelText text, Declared declared)
    {
        var compilation = FeelExpression.Compile(text.Text, declared.ForFeel());
        if (compilation.Expression is { } expression)
        {
            return new LiteralCode(expression) { Source = text.ElementId };
        }

        problems.AddFeel(text, compilation.Diagnostics);
        return Broken(text.ElementId, "syntax", compilation.Diagnostics[0].Message);
    }

    /// <summary>Null where any value will do.</summary>
    public TestCell? Tests(ModelText? text, Declared declared)
    {
        if (text is null || text.Text.AsSpan().Trim() is "-")
        {
            return null;
        }

        var compilation = FeelExpression.CompileUnaryTests(text.Text, declared.ForFeel());
        if (compilation.Expression is not null)
        {
            return new TestCell(compilation.Expression, text.ElementId);
        }

        problems.AddFeel(text, compilation.Diagnostics);
        return new TestCell(FeelExpression.Compile("null").Expression!, text.ElementId);
    }

    public FunctionCode Function(string? name, FunctionDefinition function, Declared declared)
    {
        string[] parameters = [.. function.Parameters.Select(parameter => parameter.Name)];
        FeelType[] types =
        [
            .. function.Parameters.Select(parameter => declared.Types.Find(parameter.TypeRef, Problem.At(function))),
        ];
        BoxedCode body;
        if (function.Kind == "FEEL")
        {
            body = Compile(function.Body, declared.With(parameters).Typed(function.Parameters), name ?? "The function");
        }
        else
        {
            problems.Add("function.external", Problem.At(function), External(function.Kind));
            body = Broken(function.Id, "external", External(function.Kind));
        }

        var result = declared.Types.ResultOf(function.TypeRef, Problem.At(function));
        body = new TypedCode(body, result, "The function's result") { Source = function.Id };
        return new FunctionCode(name, parameters, types, result, body) { Source = function.Id };
    }

    private BoxedCode Untyped(Expression logic, Declared declared) =>
        logic switch
        {
            LiteralExpression literal => Literal(literal, declared),
            DecisionTable table => new TableCompiler(this).Compile(table, declared),
            Invocation invocation => Invocation(invocation, declared),
            BoxedContext context => Context(context, declared),
            BoxedList list => new ListCode([.. list.Items.Select(item => Compile(item, declared, "The item"))])
            {
                Source = list.Id,
            },
            Relation relation => Relation(relation, declared),
            FunctionDefinition function => Function(null, function, declared),
            Conditional choice => new ConditionalCode(
                Compile(choice.If, declared, "The condition"),
                Compile(choice.Then, declared, "The first branch"),
                Compile(choice.Else, declared, "The second branch")
            )
            {
                Source = choice.Id,
            },
            BoxedFilter filter => new FilterCode(
                Compile(filter.In, declared, "The filter's list"),
                Compile(filter.Match, declared.WithMembers().With("item"), "The filter's match")
            )
            {
                Source = filter.Id,
            },
            Iteration iteration => new IterationCode(
                iteration.Kind,
                iteration.Variable,
                Compile(iteration.In, declared, "The list to iterate over"),
                Compile(iteration.Body, declared.With(iteration.Variable, "partial"), "The iteration's body")
            )
            {
                Source = iteration.Id,
            },
            _ => throw new InvalidOperationException($"No code for {logic.GetType().Name}."),
        };

    private BoxedCode Literal(LiteralExpression literal, Declared declared)
    {
        if (literal.Language is { } language && !IsFeel(language))
        {
            var message = $"Only FEEL is executed, not '{language}'.";
            problems.Add("expression.language", Problem.At(literal), message);
            return Broken(literal.Id, "language", message);
        }

        if (literal.Text.Text.AsSpan().Trim().IsEmpty)
        {
            return Broken(literal.Id, "logic.missing", "The expression has no text.");
        }

        return Literal(literal.Text, declared);
    }

    private InvocationCode Invocation(Invocation invocation, Declared declared) =>
        new(
            Compile(invocation.Function, declared, "The invoked function"),
            [
                .. invocation.Bindings.Select(binding =>
                    (
                        binding.Parameter.Name,
                        Typed(
                            Compile(binding.Value, declared, $"The argument '{binding.Parameter.Name}'"),
                            binding.Parameter.TypeRef,
                            declared,
                            Problem.At(invocation),
                            $"The argument '{binding.Parameter.Name}'"
                        )
                    )
                ),
            ]
        )
        {
            Source = invocation.Id,
        };

    private ContextCode Context(BoxedContext context, Declared declared)
    {
        var entries = new (string?, BoxedCode)[context.Entries.Length];
        for (var i = 0; i < entries.Length; i++)
        {
            var entry = context.Entries[i];
            if (entry.Variable is not { } variable)
            {
                entries[i] = (null, Compile(entry.Value, declared, "The result of the context"));
                continue;
            }

            var what = $"The entry '{variable.Name}'";
            var seesItself = entry.Value is FunctionDefinition;
            var code = Compile(entry.Value, seesItself ? declared.With(variable.Name) : declared, what);
            entries[i] = (
                variable.Name,
                seesItself ? code : Typed(code, variable.TypeRef, declared, new(context.Id, entry.Position), what)
            );
            declared = declared.With(variable.Name);
        }

        return new ContextCode(entries) { Source = context.Id };
    }

    private RelationCode Relation(Relation relation, Declared declared)
    {
        var width = relation.Columns.Length;
        var rows = relation
            .Rows.Where(row => row.Length == width)
            .Select(row => row.Select((cell, i) => Cell(cell, relation, i, declared)).ToArray());
        return new RelationCode([.. relation.Columns.Select(column => column.Name)], [.. rows])
        {
            Source = relation.Id,
        };
    }

    private BoxedCode Cell(Expression? cell, Relation relation, int column, Declared declared)
    {
        var (name, typeRef) = relation.Columns[column];
        var what = $"The cell of '{name}'";
        return Typed(Compile(cell, declared, what), typeRef, declared, Problem.At(relation), what);
    }

    private static BrokenCode Broken(string? source, string code, string message) =>
        new(code, message) { Source = source };

    private static string External(string kind) => $"External functions ({kind}) are not available here.";

    // FEEL's name, or the namespace of one of its versions.
    private static bool IsFeel(string language) =>
        language.Length == 0 || language.Contains("FEEL", StringComparison.OrdinalIgnoreCase);
}
