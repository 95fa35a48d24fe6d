using System.Collections.Immutable;
using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Bpmn.Xml;

/// <summary>Makes one element of the executable graph from its node.</summary>
internal sealed class ElementBuilder(
    ProcessIndex index,
    ClockBuilder clocks,
    IReadOnlyDictionary<string, BpmnNode> messages,
    FeelCompiler feel,
    ProblemList problems
)
{
    private readonly TriggerBuilder triggers = new(messages, feel, problems);
    private readonly ZeebeExtensions zeebe = new(feel, problems);

    private readonly ImmutableHashSet<string> separated =
    [
        .. index
            .Nodes.Select(node => node.Extension(BpmnNames.Approvals, "separation")?["from"])
            .OfType<string>()
            .SelectMany(Ids),
    ];

    public Element Build(BpmnNode node, int position)
    {
        ExtensionVocabulary.Check(node, problems);
        return node.Name switch
        {
            "startEvent" => Plain(node, position, ElementKind.NoneStartEvent),
            "endEvent" => Plain(
                node,
                position,
                node.Bpmn("terminateEventDefinition") is null ? ElementKind.NoneEndEvent : ElementKind.TerminateEndEvent
            ),
            "intermediateThrowEvent" => Plain(node, position, ElementKind.NoneThrowEvent),
            "task" => Plain(node, position, ElementKind.AbstractTask),
            "manualTask" => Plain(node, position, ElementKind.ManualTask),
            "exclusiveGateway" => Plain(node, position, ElementKind.ExclusiveGateway),
            "parallelGateway" => Plain(node, position, ElementKind.ParallelGateway),
            "userTask" => UserTask(node, position),
            "serviceTask" => Job(node, position, ElementKind.ServiceTask),
            "sendTask" => Job(node, position, ElementKind.SendTask),
            "businessRuleTask" => Job(node, position, ElementKind.BusinessRuleTask),
            "scriptTask" => node.Extension(BpmnNames.Zeebe, "taskDefinition") is null
                ? Script(node, position)
                : Job(node, position, ElementKind.ServiceTask),
            "receiveTask" => Catch(node, position, triggers.OfReceiveTask(node), ElementKind.ReceiveTask),
            "intermediateCatchEvent" => triggers.OfEvent(node) is var trigger and MessageTrigger
                ? Catch(node, position, trigger, ElementKind.MessageCatchEvent)
                : Catch(node, position, triggers.OfEvent(node), ElementKind.TimerCatchEvent),
            "boundaryEvent" => Boundary(node, position),
            _ => throw new ArgumentException($"<{node.Name}> is no flow node.", nameof(node)),
        };
    }

    private Element Plain(BpmnNode node, int position, ElementKind kind) =>
        new()
        {
            Index = position,
            Id = node.Id!,
            Name = node["name"],
            Kind = kind,
            TypeName = node.Name,
            Position = node.Position,
            Incoming = index.Incoming(position),
            Outgoing = index.Outgoing(position),
            DefaultFlow = index.IndexOfFlow(node["default"]),
            Boundaries = index.Boundaries(position),
            Inputs = zeebe.Mappings(node, "input"),
            Outputs = zeebe.Mappings(node, "output"),
            Properties = zeebe.Pairs(node, "properties", "property", "name"),
            Clocks = clocks.LinksOfElement(position),
            IsSeparated = separated.Contains(node.Id!),
        };

    private UserTask UserTask(BpmnNode node, int position)
    {
        var assignment = node.Extension(BpmnNames.Zeebe, "assignmentDefinition");
        var schedule = node.Extension(BpmnNames.Zeebe, "taskSchedule");
        var form = node.Extension(BpmnNames.Zeebe, "formDefinition");
        return new(Plain(node, position, ElementKind.UserTask))
        {
            Assignee = feel.OptionalValue(assignment, "assignee"),
            CandidateGroups = feel.OptionalList(assignment, "candidateGroups"),
            CandidateUsers = feel.OptionalList(assignment, "candidateUsers"),
            DueDate = feel.OptionalValue(schedule, "dueDate"),
            FollowUpDate = feel.OptionalValue(schedule, "followUpDate"),
            Priority = feel.OptionalValue(node.Extension(BpmnNames.Zeebe, "priorityDefinition"), "priority"),
            FormId = form?["formId"],
            FormKey = form?["formKey"],
            Headers = zeebe.Pairs(node, "taskHeaders", "header", "key"),
            Outcomes = Outcomes(node),
            SeparatedFrom = SeparatedFrom(node),
        };
    }

    private JobTask Job(BpmnNode node, int position, ElementKind kind)
    {
        var definition = node.Extension(BpmnNames.Zeebe, "taskDefinition");
        return new(Plain(node, position, kind))
        {
            JobType = feel.OptionalValue(definition, "type"),
            Retries = feel.OptionalValue(definition, "retries"),
            Headers = zeebe.Pairs(node, "taskHeaders", "header", "key"),
        };
    }

    private ScriptTask Script(BpmnNode node, int position)
    {
        var basis = Plain(node, position, ElementKind.ScriptTask);
        if (node.Extension(BpmnNames.Zeebe, "script") is { } script)
        {
            if (script["resultVariable"] is not { Length: > 0 })
            {
                problems.Add("script", script, "A script needs a resultVariable.");
            }

            return new(basis, feel.Expression(script, script["expression"] ?? ""), script["resultVariable"]);
        }

        var format = node["scriptFormat"];
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

    private Element Catch(BpmnNode node, int position, EventTrigger? trigger, ElementKind kind) =>
        trigger is null ? Plain(node, position, kind) : new CatchEvent(Plain(node, position, kind), trigger);

    private Element Boundary(BpmnNode node, int position)
    {
        var basis = Plain(node, position, ElementKind.BoundaryEvent);
        var host = index.IndexOf(node["attachedToRef"]);
        return triggers.OfEvent(node) is { } trigger && host >= 0
            ? new BoundaryEvent(basis, trigger, host, node["cancelActivity"] is not ("false" or "0"))
            : basis;
    }

    private OutcomeSet? Outcomes(BpmnNode node)
    {
        if (node.Extension(BpmnNames.Approvals, "outcomes") is not { } outcomes)
        {
            return null;
        }

        var declared = ImmutableArray.CreateBuilder<Outcome>();
        foreach (var outcome in outcomes.All(BpmnNames.Approvals, "outcome"))
        {
            if (outcome["value"] is not { Length: > 0 } value || declared.Any(other => other.Value == value))
            {
                problems.Add("outcomes", outcome, "An outcome needs a value of its own.");
                continue;
            }

            declared.Add(new(value, outcome["name"] ?? value));
        }

        if (declared.Count == 0 || outcomes["variable"] is not { Length: > 0 } variable)
        {
            problems.Add("outcomes", outcomes, "Outcomes need a variable and at least one outcome.");
            return null;
        }

        return new(variable, declared.ToImmutable());
    }

    private ImmutableArray<int> SeparatedFrom(BpmnNode node)
    {
        if (node.Extension(BpmnNames.Approvals, "separation") is not { } separation)
        {
            return [];
        }

        var others = ImmutableArray.CreateBuilder<int>();
        foreach (var id in Ids(separation["from"] ?? ""))
        {
            var other = index.IndexOf(id);
            if (other >= 0 && index.Nodes[other].IsBpmn("userTask"))
            {
                others.Add(other);
            }
            else
            {
                problems.Add("separation", separation, $"'{id}' is no user task of this process.");
            }
        }

        return others.ToImmutable();
    }

    private static string[] Ids(string list) => list.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
