using Approvals.Workflow.Dmn.Checking;
using Approvals.Workflow.Dmn.Compilation;
using Approvals.Workflow.Dmn.Explaining;
using Approvals.Workflow.Dmn.Model;
using Approvals.Workflow.Dmn.Runtime;
using Approvals.Workflow.Feel;
using Approvals.Workflow.Feel.Values;

namespace Approvals.Workflow.Dmn;

/// <summary>
/// A compiled decision model with those it imports: immutable, safe to share between threads, and a function of its inputs.
/// Errors of model or data give null and a diagnostic, never an exception.
/// </summary>
public sealed class DecisionModel
{
    private readonly Graph graph;
    private readonly IReadOnlyList<CompiledTable> tables;

    private DecisionModel(
        Definitions definitions,
        Graph graph,
        IReadOnlyList<CompiledTable> tables,
        IReadOnlyList<DmnProblem> problems
    )
    {
        Definitions = definitions;
        this.graph = graph;
        this.tables = tables;
        Problems = problems;
    }

    public Definitions Definitions { get; }

    /// <summary>What cannot be executed, in the order of the file; what they are about gives null when it is evaluated.</summary>
    public IReadOnlyList<DmnProblem> Problems { get; }

    /// <summary>Never fails: what is broken is among the problems.</summary>
    public static DecisionModel Compile(Definitions definitions)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        var problems = new ModelProblems();
        var compiler = new GraphCompiler(problems);
        var compiled = compiler.Compile(definitions);
        return new DecisionModel(definitions, compiled, compiler.Tables, problems.InOrder());
    }

    /// <summary>Gaps, overlaps and unreachable rules of every table, those of imports included.</summary>
    public IReadOnlyList<TableCheck> CheckTables() => [.. tables.Select(DecisionTableCheck.Check)];

    /// <summary>
    /// A decision, a decision service or a business knowledge model of this model, by id or else by name; one of an import as
    /// <c>import.name</c>. Null when there is none.
    /// </summary>
    public Invocable? Find(string idOrName) => graph.Find(idOrName) is { } node ? new Invocable(this, node) : null;

    /// <summary>As <see cref="Find"/>, by name alone; with a namespace of that model, an imported one, too.</summary>
    public Invocable? FindByName(string name, string? modelNamespace = null) =>
        FindByName(name, modelNamespace, static _ => true);

    internal Invocable? FindByName(string name, string? modelNamespace, Func<DrgElement, bool> isWanted) =>
        graph.FindByName(name, modelNamespace, isWanted) is { } node ? new Invocable(this, node) : null;

    /// <summary>
    /// Evaluates what <see cref="Find"/> gave. Inputs are the input data by name; for a service or a knowledge model its
    /// parameters. Diagnostics of the run are in the result and stay in the environment.
    /// </summary>
    internal DecisionResult Evaluate(Node node, IFeelScope inputs, FeelEnvironment environment, bool explain)
    {
        var recorder = explain ? new Recorder() : null;
        var companion = environment.Companion;
        var before = environment.TakeDiagnostics();
        var text = environment.EnterText(null);
        var depth = environment.EnterEvaluation();
        FeelValue value;
        environment.Companion = recorder;
        try
        {
            value = Run(node, inputs, environment);
            environment.CheckResult(value);
        }
        catch (FeelLimitException limit)
        {
            value = environment.Stop(limit.Message);
        }
        catch (InsufficientExecutionStackException)
        {
            value = environment.Stop("the model or its values are nested too deep");
        }
        finally
        {
            environment.LeaveEvaluation(depth);
            environment.LeaveText(text);
            environment.Companion = companion;
        }

        var diagnostics = environment.Diagnostics;
        environment.PutBack(before);
        return new DecisionResult(value, diagnostics, recorder?.Explain(node.Id, node.Name, value, diagnostics));
    }

    /// <summary>The declared type of an input or parameter; Any when there is none.</summary>
    internal FeelType TypeOf(Node node, string input)
    {
        if (node is FunctionNode { Function: { ParameterTypes: { } types } function })
        {
            var at = function.Parameters.ToList().IndexOf(input);
            return at < 0 ? FeelType.Any : types[at];
        }

        return graph.Input(input)?.Type ?? FeelType.Any;
    }

    private FeelValue Run(Node node, IFeelScope inputs, FeelEnvironment environment)
    {
        var evaluation = new Evaluation(graph.Size, inputs, environment);
        if (node is not FunctionNode { Function: var function })
        {
            return evaluation.ValueOf(node);
        }

        var parameters = function.Parameters;
        var arguments = new FeelValue[parameters.Count];
        for (var i = 0; i < arguments.Length; i++)
        {
            if (inputs.TryGetValue(parameters[i], out arguments[i]))
            {
                Recorder.Of(environment)?.Input(parameters[i], arguments[i]);
            }
        }

        return function.Invoke(arguments, environment);
    }
}
