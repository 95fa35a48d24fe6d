using System.Xml.Linq;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Tests.Feel;

/// <summary>What the FEEL tests take from one model of the DMN TCK: its texts, its names, and the cases of plain decisions.</summary>
internal sealed class TckFile
{
    private readonly XDocument model;
    private readonly string path;

    public TckFile(string path)
    {
        this.path = path;
        model = XDocument.Load(path);
        Names =
        [
            .. model
                .Descendants()
                .Attributes("name")
                .Select(name =>
                    string.Join(' ', name.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                )
                .Distinct(StringComparer.Ordinal),
        ];
    }

    /// <summary>Every name of the model: of inputs, decisions, functions, parameters, entries and components.</summary>
    public IReadOnlyCollection<string> Names { get; }

    public IEnumerable<(string Text, bool IsTest)> Texts =>
        model
            .Descendants()
            .Where(element => element.Name.LocalName == "text" && !IsForeign(element))
            .Select(text => (text.Value, IsTest(text)))
            .Where(text => !string.IsNullOrWhiteSpace(text.Value));

    /// <summary>Decisions that are one literal expression over inputs alone, with each of their cases.</summary>
    public IEnumerable<(string Decision, string Text, FeelContext Inputs, XElement Expected)> Cases()
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var decision in model.Descendants().Where(element => element.Name.LocalName == "decision"))
        {
            var text = Child(Child(decision, "literalExpression"), "text")?.Value;
            var needsMore = decision
                .Descendants()
                .Any(element => element.Name.LocalName is "requiredDecision" or "requiredKnowledge");
            if (text is not null && !needsMore)
            {
                texts[(string)decision.Attribute("name")!] = text;
            }
        }

        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(path)!, "*test*.xml"))
        {
            var tests = XDocument.Load(file);
            if (Child(tests.Root, "modelName")?.Value != Path.GetFileName(path))
            {
                continue;
            }

            foreach (var test in tests.Descendants().Where(element => element.Name.LocalName == "testCase"))
            {
                var inputs = new FeelContext.Builder();
                foreach (var input in test.Elements().Where(element => element.Name.LocalName == "inputNode"))
                {
                    inputs.Set((string)input.Attribute("name")!, Value(input));
                }

                foreach (var node in test.Elements().Where(element => element.Name.LocalName == "resultNode"))
                {
                    var name = (string)node.Attribute("name")!;
                    if (texts.TryGetValue(name, out var text) && Child(node, "expected") is { } expected)
                    {
                        yield return (name, text, inputs.Build(), expected);
                    }
                }
            }
        }
    }

    /// <summary>The value that a `value`, `list` or `component`s inside this element describe.</summary>
    public static FeelValue Value(XElement element)
    {
        if (Child(element, "list") is { } list)
        {
            return FeelValue.From((IReadOnlyList<FeelValue>)[.. list.Elements().Select(Value)]);
        }

        var components = element.Elements().Where(child => child.Name.LocalName == "component").ToList();
        if (components.Count > 0)
        {
            var context = new FeelContext.Builder();
            components.ForEach(component => context.Set((string)component.Attribute("name")!, Value(component)));
            return FeelValue.From(context.Build());
        }

        var value = Child(element, "value");
        XNamespace xsi = "http://www.w3.org/2001/XMLSchema-instance";
        if (value is null || (string?)value.Attribute(xsi + "nil") == "true")
        {
            return FeelValue.Null;
        }

        var type = ((string?)value.Attribute(xsi + "type") ?? "xsd:string").Split(':')[^1];
        return type switch
        {
            "string" => FeelValue.From(value.Value),
            "boolean" => FeelValue.From(value.Value is "true" or "1"),
            "decimal" or "double" or "integer" or "int" or "long" => Read(value.Value),
            _ => Read($"@\"{value.Value}\""),
        };
    }

    private static FeelValue Read(string literal) =>
        FeelExpression
            .Compile(literal)
            .Expression.ShouldNotBeNull(literal)
            .Evaluate(MapScope.Empty, new FeelEnvironment { Now = default });

    private static bool IsTest(XElement text) =>
        text.Parent!.Name.LocalName
            is "inputEntry"
                or "inputValues"
                or "outputValues"
                or "allowedValues"
                or "typeConstraint";

    // Java function bodies and annotations are not FEEL.
    private static bool IsForeign(XElement text) =>
        text.Ancestors()
            .Any(element =>
                element.Name.LocalName is "textAnnotation" or "annotationEntry"
                || (string?)element.Attribute("kind") is "Java" or "PMML"
                || (string?)element.Attribute("expressionLanguage") is { } language
                    && !language.Contains("FEEL", StringComparison.OrdinalIgnoreCase)
            );

    private static XElement? Child(XElement? element, string name) =>
        element?.Elements().FirstOrDefault(child => child.Name.LocalName == name);
}
