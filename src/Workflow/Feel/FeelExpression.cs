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
        Compile(text, Declare(knownNames));

    public static FeelCompilation Compile(string text, FeelDeclarations declarations) =>
        Compile(text, declarations, static parser => parser.ParseExpression());

    /// <summary>
    /// Unary tests (DMN 1.5 §7.3.3): the input is `?` in the scope, the result true, false or null; `-` is always true.
    /// </summary>
    public static FeelCompilation CompileUnaryTests(string text, IReadOnlyCollection<string>? knownNames = null) =>
        CompileUnaryTests(text, Declare(knownNames));

    public static FeelCompilation CompileUnaryTests(string text, FeelDeclarations declarations) =>
        Compile(text, declarations, static parser => parser.ParseUnaryTests());

    /// <summary>The single tests of unary tests, as texts in their order; null when the text is none.</summary>
    internal static IReadOnlyList<string>? SplitUnaryTests(string text, FeelDeclarations declarations)
    {
        try
        {
            return new Parser(text, declarations).ParseUnaryTests() is Ast.In tests
                ? [.. tests.Tests.Select(test => text.Substring(test.Position, test.Length))]
                : [text];
        }
        catch (FeelSyntaxException)
        {
            return null;
        }
    }

    public FeelValue Evaluate(IFeelScope scope, FeelEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(environment);
        var depth = environment.EnterEvaluation();
        try
        {
            var value = Run(scope, environment);
            if (value.Kind is FeelKind.List or FeelKind.Context)
            {
                environment.CheckResult(value);
            }

            return value;
        }
        catch (FeelLimitException limit)
        {
            return environment.Stop(limit.Message, Text.Length);
        }
        catch (InsufficientExecutionStackException)
        {
            return environment.Stop("its values are nested too deep", Text.Length);
        }
        finally
        {
            environment.LeaveEvaluation(depth);
        }
    }

    /// <summary>A part of a larger evaluation, which keeps its limits and ends where they are passed.</summary>
    /// <exception cref="FeelLimitException">The evaluation left its limits.</exception>
    /// <exception cref="InsufficientExecutionStackException">Its values are nested too deep.</exception>
    internal FeelValue Run(IFeelScope scope, FeelEnvironment environment) =>
        code.Evaluate(new Activation(scope, environment, frameSize == 0 ? [] : new FeelValue[frameSize]));

    public override string ToString() => Text;

    private static FeelDeclarations Declare(IReadOnlyCollection<string>? names) =>
        names is null ? FeelDeclarations.None : new FeelDeclarations { Names = names };

    private static FeelCompilation Compile(string text, FeelDeclarations declarations, Func<Parser, Ast.Node> parse)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            var tree = parse(new Parser(text, declarations));
            HeightLimit.Check(tree);
            var emitter = new Emitter(declarations);
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
