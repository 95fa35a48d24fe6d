using System.Collections.Immutable;
using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Bpmn.Xml;

/// <summary>Makes the tasks that workers, scripts and decisions do (BPMN §10.3.3).</summary>
internal sealed class TaskBuilder(
    TriggerBuilder triggers,
    FeelCompiler feel,
    ZeebeExtensions zeebe,
    ProblemList problems
)
{
    public JobTask Job(BpmnNode node, Element basis) =>
        new(basis, OptionalJob(node) ?? new(null, null, zeebe.Pairs(node, "taskHeaders", "header", "key")))
        {
            Message = node.Name == "sendTask" ? triggers.OfTask(node) : null,
        };

    /// <summary><c>zeebe:taskDefinition</c>, or null.</summary>
    public JobDefinition? OptionalJob(BpmnNode node) =>
        node.Extension(BpmnNames.Zeebe, "taskDefinition") is { } definition
            ? new(
                feel.OptionalValue(definition, "type"),
                feel.OptionalValue(definition, "retries"),
                zeebe.Pairs(node, "taskHeaders", "header", "key")
            )
            {
                Priority = Priority(node) ?? Priority(node.Around("process")),
            }
            : null;

    private ModelValue? Priority(BpmnNode? node) =>
        feel.OptionalValue(node?.Extension(BpmnNames.Zeebe, "jobPriorityDefinition"), "priority");

    public Element BusinessRule(BpmnNode node, Func<ElementKind, Element> plain)
    {
        if (
            node.Extension(BpmnNames.Zeebe, "calledDecision") is not { } called
            || feel.OptionalValue(called, "decisionId") is not { } decision
        )
        {
            return Job(node, plain(ElementKind.BusinessRuleTask));
        }

        if (called["resultVariable"] is not { Length: > 0 })
        {
            problems.Add("decision", called, "A called decision needs a resultVariable.");
        }

        return new DecisionTask(plain(ElementKind.DecisionTask), decision, called["resultVariable"] ?? "")
        {
            Binding = Bindings.Of(called),
            VersionTag = called["versionTag"],
        };
    }

    public ScriptTask Script(BpmnNode node, Element basis)
    {
        if (node.Extension(BpmnNames.Zeebe, "script") is { } script)
        {
            if (script["resultVariable"] is not { Length: > 0 })
            {
                problems.Add("script", script, "A script needs a resultVariable.");
            }

            return new(basis, feel.Expression(script, script["expression"] ?? ""), script["resultVariable"]);
        }

        var format = node["scriptFormat"] ?? node["scriptLanguage"];
        if (format is not null && !format.Contains("feel", StringComparison.OrdinalIgnoreCase))
        {
            problems.Add(
                "expression.language",
                node,
                $"The script language '{format}' isn't executed here, only FEEL."
            );
            return new(basis, feel.Compile(node, "null"), null);
        }

        if (node.Bpmn("script") is not { } standard || standard.Text.Trim() is not { Length: > 0 } text)
        {
            problems.Add("script", node, "A script task needs a script.");
            return new(basis, feel.Compile(node, "null"), null);
        }

        return new(basis, feel.Expression(standard, text), null);
    }
}
