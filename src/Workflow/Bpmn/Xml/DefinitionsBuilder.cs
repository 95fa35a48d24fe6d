using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Bpmn.Xml;

/// <summary>Builds the executable definitions from the nodes of a file.</summary>
internal sealed class DefinitionsBuilder(BpmnNode root, ProblemList problems)
{
    public Definitions Build()
    {
        var feel = new FeelCompiler(problems, root["expressionLanguage"]);
        var messages = new Dictionary<string, BpmnNode>(StringComparer.Ordinal);
        foreach (var message in root.All(BpmnNames.Bpmn, "message"))
        {
            if (message.Id is { } id)
            {
                messages.TryAdd(id, message);
            }
        }

        var processes = root.All(BpmnNames.Bpmn, "process")
            .Where(process => process.Id is { Length: > 0 })
            .Select(process => new ProcessBuilder(process, messages, feel, problems).Build());
        return new()
        {
            Id = root.Id,
            Name = root["name"],
            Processes = [.. processes],
        };
    }
}
