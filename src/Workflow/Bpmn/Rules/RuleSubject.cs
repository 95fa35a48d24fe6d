using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules;

/// <summary>What rules look at: the file as it stands, and the graph made from what could be resolved in it.</summary>
public sealed class RuleSubject
{
    internal RuleSubject(BpmnNode root, Definitions definitions, ProblemList problems)
    {
        Root = root;
        Definitions = definitions;
        Problems = problems;
    }

    public Definitions Definitions { get; }
    internal BpmnNode Root { get; }
    internal ProblemList Problems { get; }

    public IEnumerable<Element> Elements() => Definitions.Processes.SelectMany(process => process.Elements);

    /// <summary>All flow nodes and sequence flows of the file.</summary>
    internal IEnumerable<BpmnNode> FlowElements() =>
        Root.All(BpmnNames.Bpmn, "process")
            .SelectMany(process => process.Children)
            .Where(node => FlowNodes.IsFlowNode(node) || node.IsBpmn("sequenceFlow"));

    /// <summary>All BPMN elements of a name inside the processes.</summary>
    internal IEnumerable<BpmnNode> All(string local) =>
        Root.All(BpmnNames.Bpmn, "process")
            .SelectMany(process => process.Descendants())
            .Where(node => node.IsBpmn(local));
}
