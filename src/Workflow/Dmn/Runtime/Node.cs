using Approvals.Workflow.Dmn.Boxed;
using Approvals.Workflow.Dmn.Model;
using Approvals.Workflow.Feel;
using Approvals.Workflow.Feel.Values;

namespace Approvals.Workflow.Dmn.Runtime;

/// <summary>An element of the requirements graph, ready to run. <see cref="Index"/> is its place in an evaluation.</summary>
internal abstract class Node(DrgElement element, int index)
{
    public int Index => index;
    public string Id => element.Id;
    public string Name => element.Name;

    /// <summary>What logic calls it.</summary>
    public string Variable => element.Variable.Name;

    public DrgElement Element => element;

    /// <summary>The namespace of the model the element stands in.</summary>
    public required string Namespace { get; init; }
}

/// <summary><see cref="Prefixes"/> are the import names that lead from the evaluated model to the element's.</summary>
internal sealed class InputNode(InputData input, int index, FeelType type) : Node(input, index)
{
    public FeelType Type => type;
    public required string[] Prefixes { get; init; }

    /// <summary><c>namespace#name</c>.</summary>
    public string FullName => field ??= $"{Namespace}#{Name}";
}

internal sealed class DecisionNode(Decision decision, int index, FeelType type) : Node(decision, index)
{
    public FeelType Type => type;

    /// <summary>Set once, when all nodes are there.</summary>
    public BoxedCode Logic { get; set; } = null!;

    public FrameLayout Requirements
    {
        get;
        set => (field, DrawsInputs) = (value, value.Nodes.Any(node => node is InputNode));
    } = FrameLayout.Empty;

    /// <summary>
    /// The decision requires input data, so nothing else that was given is visible to it (DMN 1.5 §6.3.7). Tables drawn without any, as many
    /// modelers write them, ask for the given names directly.
    /// </summary>
    public bool DrawsInputs { get; private set; }
}

/// <summary>A business knowledge model or a decision service: a function value.</summary>
internal sealed class FunctionNode(DrgElement element, int index) : Node(element, index)
{
    public FeelFunction Function { get; set; } = null!;
}

/// <summary>The names that an element's requirements give it: of its own model bare, of another under the import's name.</summary>
internal sealed class FrameLayout(string[] names, FrameEntry[] entries)
{
    public static FrameLayout Empty { get; } = new([], []);

    public string[] Names => names;

    public IEnumerable<Node> Nodes => entries.SelectMany(entry => entry.Nodes);

    /// <summary>Of knowledge: everything it requires is a function.</summary>
    public void FillFunctions(FeelValue[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = entries[i].Value(node => node is FunctionNode known ? FeelValue.From(known.Function) : default);
        }
    }

    public Frame Fill(Func<Node, FeelValue> valueOf)
    {
        var values = new FeelValue[entries.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = entries[i].Value(valueOf);
        }

        return new Frame(names, values);
    }
}

/// <summary>A required element, or those of one import as a context.</summary>
internal sealed class FrameEntry(bool isImport, Node[] nodes)
{
    public IReadOnlyList<Node> Nodes => nodes;

    public FeelValue Value(Func<Node, FeelValue> valueOf)
    {
        if (!isImport)
        {
            return valueOf(nodes[0]);
        }

        var context = new FeelContext.Builder();
        foreach (var node in nodes)
        {
            context.Set(node.Variable, valueOf(node));
        }

        return FeelValue.From(context.Build());
    }
}
