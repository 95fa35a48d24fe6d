using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Bpmn.Xml;

/// <summary>Builds the executable definitions from the nodes of a file.</summary>
internal sealed class DefinitionsBuilder(BpmnNode root, ProblemList problems)
{
    public Definitions Build()
    {
        var feel = new FeelCompiler(problems, root["expressionLanguage"]);
        var roots = new RootElements(root);
        var processes = root
            .Children.Where(node =>
                (node.IsBpmn("process") || FlowNodes.IsGlobalTask(node)) && node.Id is { Length: > 0 }
            )
            .Select(process => new ProcessBuilder(process, roots, feel, problems).Build());
        return new()
        {
            Id = root.Id,
            Name = root["name"],
            Processes = [.. processes],
        };
    }
}
