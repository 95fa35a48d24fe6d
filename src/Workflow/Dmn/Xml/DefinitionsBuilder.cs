using System.Collections.Immutable;
using Approvals.Workflow.Dmn.Model;
using Approvals.Workflow.Feel.Syntax;

namespace Approvals.Workflow.Dmn.Xml;

/// <summary>Builds the definitions of one file.</summary>
internal sealed class DefinitionsBuilder(DmnNode root, ReadingProblems problems)
{
    private static readonly string[] Elements =
    [
        "import",
        "itemDefinition",
        "inputData",
        "decision",
        "businessKnowledgeModel",
        "decisionService",
    ];

    // They document the model and do not take part in its execution.
    private static readonly string[] Documentation =
    [
        "description",
        "extensionElements",
        "knowledgeSource",
        "textAnnotation",
        "association",
        "group",
        "elementCollection",
        "performanceIndicator",
        "organizationUnit",
    ];

    private readonly ExpressionBuilder expressions = new(problems);
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);

    public Definitions Build()
    {
        foreach (var child in root.Children)
        {
            if (
                child.Namespace == root.Namespace
                && !Elements.Contains(child.Name)
                && !Documentation.Contains(child.Name)
            )
            {
                problems.Add("schema.unknown", child, $"DMN has no <{child.Name}> here.");
            }
        }

        return new Definitions(root.Id, root["name"] ?? "", root["namespace"] ?? "")
        {
            ItemDefinitions = [.. root.All("itemDefinition").Select(Item)],
            InputData =
            [
                .. Named("inputData")
                    .Select(each => new InputData(each.Id, each.Name, each.Variable, each.Node.Position)),
            ],
            Decisions = [.. Named("decision").Select(Decision)],
            KnowledgeModels = [.. Named("businessKnowledgeModel").Select(KnowledgeModel)],
            Services = [.. Named("decisionService").Select(Service)],
        };
    }

    private IEnumerable<(DmnNode Node, string Id, string Name, InformationItem Variable)> Named(string kind)
    {
        foreach (var node in root.All(kind))
        {
            var name = node.NameOf();
            if (name.Length == 0)
            {
                problems.Add("schema.name", node, $"<{kind}> has no name.");
            }

            var id = node.Id ?? name;
            if (!ids.Add(id))
            {
                problems.Add("schema.id", node, $"The id '{id}' is there twice.");
            }

            var variable = node.Child("variable");
            var called = variable?.NameOf() is { Length: > 0 } own ? own : name;
            yield return (node, id, name, new InformationItem(called, variable?.TypeRefOf()));
        }
    }

    private Decision Decision((DmnNode Node, string Id, string Name, InformationItem Variable) element) =>
        new(element.Id, element.Name, element.Variable, element.Node.Position)
        {
            Requirements = Requirements(element.Node),
            Logic = expressions.Inside(element.Node),
        };

    private BusinessKnowledgeModel KnowledgeModel(
        (DmnNode Node, string Id, string Name, InformationItem Variable) element
    ) =>
        new(element.Id, element.Name, element.Variable, element.Node.Position)
        {
            Requirements = Requirements(element.Node),
            Logic = element.Node.Child("encapsulatedLogic") is { } logic ? expressions.Function(logic) : null,
        };

    private static DecisionService Service((DmnNode Node, string Id, string Name, InformationItem Variable) element) =>
        new(element.Id, element.Name, element.Variable, element.Node.Position)
        {
            OutputDecisions = element.Node.Hrefs("outputDecision"),
            EncapsulatedDecisions = element.Node.Hrefs("encapsulatedDecision"),
            InputDecisions = element.Node.Hrefs("inputDecision"),
            InputData = element.Node.Hrefs("inputData"),
        };

    private ImmutableArray<string> Requirements(DmnNode node)
    {
        var hrefs = ImmutableArray.CreateBuilder<string>();
        foreach (var requirement in node.Children)
        {
            if (requirement.Name is not ("informationRequirement" or "knowledgeRequirement"))
            {
                continue;
            }

            var required =
                requirement.Child("requiredInput")
                ?? requirement.Child("requiredDecision")
                ?? requirement.Child("requiredKnowledge");
            if (required?["href"] is { } href)
            {
                hrefs.Add(href);
            }
            else
            {
                problems.Add("reference.missing", requirement, "The requirement names nothing.");
            }
        }

        return hrefs.ToImmutable();
    }

    private static ItemDefinition Item(DmnNode node) =>
        new(node.NearestId, node.NameOf(), node.Position)
        {
            TypeRef = node.TypeRefOf(),
            IsCollection = node["isCollection"] is "true" or "1",
            AllowedValues = node.Child("allowedValues")?.TextOf(),
            TypeConstraint = node.Child("typeConstraint")?.TextOf(),
            Components = [.. node.All("itemComponent").Select(Item)],
            Function = node.Child("functionItem") is { } function
                ? new FunctionItem(
                    function["outputTypeRef"] is { } output ? Characters.Normalise(output) : null,
                    [.. function.All("parameters").Select(each => each.Information())]
                )
                : null,
        };
}
