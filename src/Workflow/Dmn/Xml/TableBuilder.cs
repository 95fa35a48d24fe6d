using Approvals.Workflow.Dmn.Model;

namespace Approvals.Workflow.Dmn.Xml;

/// <summary>Reads decision tables (DMN 1.5 §8.3).</summary>
internal sealed class TableBuilder(ReadingProblems problems)
{
    public DecisionTable Build(DmnNode node)
    {
        var table = new DecisionTable(node.NearestId, node.TypeRefOf(), node.Position, Policy(node), Aggregation(node))
        {
            Inputs = [.. node.All("input").Select(Input)],
            Outputs = [.. node.All("output").Select(Output)],
            Annotations = [.. node.All("annotation").Select(each => each["name"] ?? "")],
            Rules = [.. node.All("rule").Select(Rule)],
        };
        Check(node, table);
        return table;
    }

    private void Check(DmnNode node, DecisionTable table)
    {
        if (table.Outputs.Length == 0)
        {
            problems.Add("table.outputs", node, "The table has no output.");
        }

        if (table.Outputs.Length > 1 && table.Outputs.Any(output => output.Name is null))
        {
            problems.Add("table.outputs", node, "In a table of several outputs each has a name.");
        }

        if (table.Aggregation is not (Model.Aggregation.None or Model.Aggregation.Count) && table.Outputs.Length > 1)
        {
            problems.Add("table.aggregation", node, "Only a table of one output can be aggregated.");
        }

        foreach (var (rule, row) in table.Rules.Zip(node.All("rule")))
        {
            if (rule.Tests.Length != table.Inputs.Length || rule.Values.Length != table.Outputs.Length)
            {
                problems.Add("table.width", row, "The rule has not one entry for each input and output.");
            }
        }
    }

    private static InputColumn Input(DmnNode node)
    {
        var expression = node.Child("inputExpression");
        return new InputColumn(
            node.NearestId,
            node["label"],
            expression?.TextOf() ?? new ModelText(node.NearestId, "", node.Position),
            expression?.TypeRefOf(),
            node.Child("inputValues")?.TextOf()
        );
    }

    private static OutputColumn Output(DmnNode node) =>
        new(
            node.NearestId,
            node.NameOf() is { Length: > 0 } name ? name : null,
            node.TypeRefOf(),
            node.Child("outputValues")?.TextOf(),
            node.Child("defaultOutputEntry")?.TextOf()
        );

    private Rule Rule(DmnNode node) =>
        new(
            node.NearestId,
            node.Position,
            [
                .. node.All("inputEntry")
                    .Select(each => each.TextOf() ?? new ModelText(each.NearestId, "-", each.Position)),
            ],
            [.. node.All("outputEntry").Select(ExpressionBuilder.Literal)],
            [.. node.All("annotationEntry").Select(each => each.Child("text")?.Text.Trim() ?? "")]
        );

    private HitPolicy Policy(DmnNode node)
    {
        switch (node["hitPolicy"])
        {
            case null or "UNIQUE":
                return HitPolicy.Unique;
            case "ANY":
                return HitPolicy.Any;
            case "PRIORITY":
                return HitPolicy.Priority;
            case "FIRST":
                return HitPolicy.First;
            case "RULE ORDER":
                return HitPolicy.RuleOrder;
            case "OUTPUT ORDER":
                return HitPolicy.OutputOrder;
            case "COLLECT":
                return HitPolicy.Collect;
            case var other:
                problems.Add("table.hitPolicy", node, $"There is no hit policy '{other}'.");
                return HitPolicy.Unique;
        }
    }

    private Aggregation Aggregation(DmnNode node)
    {
        switch (node["aggregation"])
        {
            case null:
                return Model.Aggregation.None;
            case "SUM":
                return Model.Aggregation.Sum;
            case "COUNT":
                return Model.Aggregation.Count;
            case "MIN":
                return Model.Aggregation.Min;
            case "MAX":
                return Model.Aggregation.Max;
            case var other:
                problems.Add("table.aggregation", node, $"There is no aggregation '{other}'.");
                return Model.Aggregation.None;
        }
    }
}
