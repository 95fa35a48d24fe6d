using Approvals.Workflow.Dmn.Model;
using Approvals.Workflow.Dmn.Runtime;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Dmn;

/// <summary>A decision, decision service or business knowledge model that can be evaluated.</summary>
public sealed class Invocable
{
    private readonly DecisionModel model;
    private readonly Node node;

    internal Invocable(DecisionModel model, Node node)
    {
        this.model = model;
        this.node = node;
    }

    public string Id => node.Id;

    public string Name => node.Name;

    public DrgElement Element => node.Element;

    /// <summary>A decision service of several output decisions: its value is a context of theirs.</summary>
    public bool HasSeveralOutputs => node is FunctionNode { Function: ServiceFunction { Outputs.Count: > 1 } };

    /// <summary>
    /// Inputs that came as JSON: texts become the dates, times and durations that the types of the inputs ask for.
    /// </summary>
    public FeelContext ReadInputs(FeelContext json)
    {
        ArgumentNullException.ThrowIfNull(json);
        foreach (var (name, value) in json)
        {
            json = json.With(name, ReadInput(name, value));
        }

        return json;
    }

    /// <summary>As the other one, for a scope that is asked on demand.</summary>
    public IFeelScope ReadInputs(IFeelScope json) => new JsonInputs(this, json);

    internal FeelValue ReadInput(string name, FeelValue json) => model.TypeOf(node, name).FromJson(json);

    /// <summary>
    /// The value for these inputs, asked for by name; a missing one is null. Inputs of imported models are asked for as
    /// <c>namespace#name</c>, as a context under the import's name, or by name. The environment brings moment, calendar and limits,
    /// serves one evaluation at a time, and collects diagnostics.
    /// </summary>
    public DecisionResult Evaluate(IFeelScope inputs, FeelEnvironment environment, bool explain = false)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(environment);
        return model.Evaluate(node, inputs, environment, explain);
    }

    public DecisionResult Evaluate(FeelContext inputs, FeelEnvironment environment, bool explain = false) =>
        Evaluate(new ContextScope(inputs), environment, explain);
}
