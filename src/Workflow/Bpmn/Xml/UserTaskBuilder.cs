using System.Collections.Immutable;
using System.Globalization;
using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Bpmn.Xml;

/// <summary>Makes user tasks (BPMN §10.3.3.2) with the zeebe assignment and what <c>approvals:</c> says about people.</summary>
internal sealed class UserTaskBuilder(
    ProcessIndex index,
    FeelCompiler feel,
    ZeebeExtensions zeebe,
    ProblemList problems
)
{
    private const int MostSigners = 20;

    public UserTask Build(BpmnNode node, int position, Element basis)
    {
        var assignment = node.Extension(BpmnNames.Zeebe, "assignmentDefinition");
        var schedule = node.Extension(BpmnNames.Zeebe, "taskSchedule");
        var form = node.Extension(BpmnNames.Zeebe, "formDefinition");
        return new(basis)
        {
            Assignee = feel.OptionalValue(assignment, "assignee"),
            CandidateGroups = feel.OptionalList(assignment, "candidateGroups"),
            CandidateUsers = feel.OptionalList(assignment, "candidateUsers"),
            DueDate = feel.OptionalValue(schedule, "dueDate"),
            FollowUpDate = feel.OptionalValue(schedule, "followUpDate"),
            Priority = feel.OptionalValue(node.Extension(BpmnNames.Zeebe, "priorityDefinition"), "priority"),
            FormId = form?["formId"],
            FormKey = form?["formKey"],
            FormBinding = Bindings.Of(form),
            FormVersionTag = form?["versionTag"],
            ExternalForm = form?["externalReference"],
            Headers = zeebe.Pairs(node, "taskHeaders", "header", "key"),
            Outcomes = Outcomes(node),
            SeparatedFrom = SeparatedFrom(node),
            Returns = Returns(node, position),
            Signers = Signers(node),
            AllowsHandOver = node.Extension(BpmnNames.Approvals, "handOver")?.Is("allowed", byDefault: true) ?? true,
        };
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
        foreach (var id in Words(separation["from"]))
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

    private ImmutableArray<ReturnEdge> Returns(BpmnNode node, int position)
    {
        var edges = ImmutableArray.CreateBuilder<ReturnEdge>();
        var extensions = node.Bpmn("extensionElements")?.All(BpmnNames.Approvals, "returnTo") ?? [];
        foreach (var edge in extensions)
        {
            var target = index.IndexOf(edge["target"]);
            var by = Words(edge["by"] ?? "reviewer").ToList();
            if (
                target < 0
                || target == position
                || !index.Nodes[target].IsBpmn("userTask")
                || index.ScopeOf(target) != index.ScopeOf(position)
            )
            {
                problems.Add("return.target", edge, $"'{edge["target"]}' is no other user task of the same scope.");
            }
            else if (by.Count == 0 || by.Except(["reviewer", "submitter"]).Any())
            {
                problems.Add("return.by", edge, "A return is 'by' the reviewer, the submitter or both.");
            }
            else
            {
                edges.Add(new(target, edge["name"], by.Contains("reviewer"), by.Contains("submitter")));
            }
        }

        return edges.ToImmutable();
    }

    private SignerRules? Signers(BpmnNode node)
    {
        if (node.Extension(BpmnNames.Approvals, "signers") is not { } signers)
        {
            return null;
        }

        var orders = SignerOrders.None;
        foreach (var word in Words(signers["orders"] ?? "before after parallel"))
        {
            if (Enum.TryParse<SignerOrders>(word, ignoreCase: true, out var order) && order != SignerOrders.None)
            {
                orders |= order;
            }
            else
            {
                problems.Add("signers", signers, $"'{word}' is not one of before, after and parallel.");
            }
        }

        var maximum = MostSigners;
        if (
            signers["maximum"] is { } text
            && (
                !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out maximum)
                || maximum is < 1 or > MostSigners
            )
        )
        {
            problems.Add("signers", signers, $"The maximum is a number from 1 to {MostSigners}.");
        }

        return new(orders, [.. Words(signers["groups"])], maximum);
    }

    private static string[] Words(string? list) => (list ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
