using Approvals.Workflow.Dmn.Model;
using Approvals.Workflow.Dmn.Xml;
using Approvals.Workflow.Feel;
using Approvals.Workflow.Feel.Syntax;

namespace Approvals.Workflow.Dmn.Tck;

/// <summary>One `testCase`: inputs, and the nodes whose values are expected.</summary>
internal sealed class TckCase(DmnNode test, DecisionModel model)
{
    private const int LongestValue = 300;

    public (TckVerdict Verdict, string Message) Run(FeelEnvironment environment)
    {
        var inputs = new FeelContext.Builder();
        foreach (var node in test.All("inputNode"))
        {
            var name = Characters.Normalise(node["name"] ?? "");
            var isForeign = node["namespace"] is { } ns && ns != model.Definitions.Namespace;
            inputs.Set(isForeign ? $"{node["namespace"]}#{name}" : name, TckValue.Read(node));
        }

        foreach (var node in test.All("resultNode"))
        {
            var (verdict, message) = Check(node, inputs.Build(), environment);
            if (verdict != TckVerdict.Success)
            {
                return (verdict, message);
            }
        }

        return (TckVerdict.Success, "");
    }

    private (TckVerdict, string) Check(DmnNode node, FeelContext inputs, FeelEnvironment environment)
    {
        var name = Characters.Normalise(node["name"] ?? "");
        var isInvocable = test["type"] is "decisionService" or "bkm";
        var called = isInvocable ? Characters.Normalise(test["invocableName"] ?? name) : name;
        if (model.FindByName(called, node["namespace"], IsWanted) is not { } target)
        {
            return (TckVerdict.Error, $"The model has no '{called}'.");
        }

        var result = target.Evaluate(inputs, environment);
        var actual = result.Value;
        if (isInvocable && target.HasSeveralOutputs)
        {
            actual =
                actual.Kind == FeelKind.Context && actual.AsContext().TryGetValue(name, out var output)
                    ? output
                    : default;
        }

        var expected = node.Child("expected") is { } given ? TckValue.Read(given) : default;
        if (TckValue.AreSame(actual, expected))
        {
            return (TckVerdict.Success, "");
        }

        var message = $"{name}: expected {Short(expected)}, actual {Short(actual)}";
        var reasons = string.Concat(result.Diagnostics.Take(3).Select(each => $"; {each.Message}"));
        return result.Diagnostics.Any(each => each.Code == "external")
            ? (TckVerdict.Skipped, "It needs a Java function.")
            : (TckVerdict.Error, message + reasons);
    }

    private bool IsWanted(DrgElement element) =>
        test["type"] switch
        {
            "decisionService" => element is DecisionService,
            "bkm" => element is BusinessKnowledgeModel,
            _ => true,
        };

    private static string Short(FeelValue value)
    {
        var text = value.ToString();
        return text.Length <= LongestValue ? text : text[..LongestValue] + "…";
    }
}
