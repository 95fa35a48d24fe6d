using Approvals.Workflow.Dmn.Boxed;
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
    /// The value for these inputs, asked for by name; a missing one is null. The environment brings moment, calendar and limits,
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
