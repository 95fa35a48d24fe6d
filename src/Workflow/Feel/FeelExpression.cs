using Approvals.Workflow.Feel.Compilation;
using Approvals.Workflow.Feel.Syntax;
using Approvals.Workflow.Feel.Values;

namespace Approvals.Workflow.Feel;

/// <summary>Either the expression, or the diagnostics that say why there is none.</summary>
public sealed record FeelCompilation(FeelExpression? Expression, IReadOnlyList<FeelDiagnostic> Diagnostics);

/// <summary>
/// A compiled FEEL expression (DMN 1.5 chapter 10): immutable, safe to share between threads. Evaluation never throws for
/// what the expression or its data hold; it gives null and reports to the environment.
/// </summary>
public sealed class FeelExpression
{
    private readonly Code code;
    private readonly int frameSize;

    private FeelExpression(string text, Code code, int frameSize, IReadOnlyList<string> freeNames)
    {
        Text = text;
        this.code = code;
        this.frameSize = frameSize;
        FreeNames = freeNames;
    }

    public string Text { get; }

    /// <summary>
    /// The names it reads from the scope, each once, in order of appearance; the input `?` of unary tests and calls of
    /// built-ins are not among them. Names inside a filter may turn out to be fields of the items.
    /// </summary>
    public IReadOnlyList<string> FreeNames { get; }

    /// <summary><paramref name="knownNames"/> are names of the scope; those of several words or with symbols need it.</summary>
    public static FeelCompilation Compile(string text, IReadOnlyCollection<string>? knownNames = null) =>
        Compile(text, knownNames, null, static parser => parser.ParseExpression());

    /// <summary>As the other one, with types that the model defines beside FEEL's own.</summary>
    public static FeelCompilation Compile(
        string text,
        IReadOnlyCollection<string>? knownNames,
        IReadOnlyDictionary<string, FeelType>? types
    ) => Compile(text, knownNames, types, static parser => parser.ParseExpression());

    /// <summary>
    /// Unary tests (DMN 1.5 §7.3.3): the input is `?` in the scope, the result true, false or null; `-` is always true.
    /// </summary>
    public static FeelCompilation CompileUnaryTests(string text, IReadOnlyCollection<string>? knownNames = null) =>
        Compile(text, knownNames, null, static parser => parser.ParseUnaryTests());

    public static FeelCompilation CompileUnaryTests(
        string text,
        IReadOnlyCollection<string>? knownNames,
        IReadOnlyDictionary<string, FeelType>? types
    ) => Compile(text, knownNames, types, static parser => parser.ParseUnaryTests());

    public FeelValue Evaluate(IFeelScope scope, FeelEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(environment);
        var depth = environment.EnterEvaluation();
        try
        {
            var activation = new Activation(scope, environment, frameSize == 0 ? [] : new FeelValue[frameSize]);
            var value = code.Evaluate(in activation);
            if (value.Kind is FeelKind.List or FeelKind.Context)
            {
                environment.CheckResult(value);
            }

            return value;
        }
        catch (FeelLimitException limit)
        {
            return Stop(environment, limit.Message);
        }
        catch (InsufficientExecutionStackException)
        {
            return Stop(environment, "its values are nested too deep");
        }
        finally
        {
            environment.LeaveEvaluation(depth);
        }
    }

    public override string ToString() => Text;

    private FeelValue Stop(FeelEnvironment environment, string reason)
    {
        environment.Report(new FeelDiagnostic("limit", $"The evaluation was stopped: {reason}.", 0, Text.Length));
        return default;
    }

    private static FeelCompilation Compile(
        string text,
        IReadOnlyCollection<string>? knownNames,
        IReadOnlyDictionary<string, FeelType>? types,
        Func<Parser, Ast.Node> parse
    )
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            var tree = parse(new Parser(text, knownNames ?? []));
            HeightLimit.Check(tree);
            var emitter = new Emitter(knownNames ?? [], types);
            var root = emitter.Emit(tree);
            return new FeelCompilation(new FeelExpression(text, root, emitter.FrameSize, emitter.FreeNames), []);
        }
        catch (FeelSyntaxException fault)
        {
            return new FeelCompilation(null, [fault.Diagnostic]);
        }
        catch (InsufficientExecutionStackException)
        {
            return new FeelCompilation(
                null,
                [new FeelDiagnostic("limit", "The expression is nested too deep for this thread.", 0, text.Length)]
            );
        }
    }
}
