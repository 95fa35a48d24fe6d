using System.Globalization;
using System.Text;
using Approvals.Workflow.Dmn;
using Approvals.Workflow.Feel;
using BenchmarkDotNet.Attributes;

namespace Approvals.Benchmarks.Dmn;

/// <summary>
/// A table of 100 rules over an amount, a kind and a district; the input matches the last rule, so that every rule is tried. The same
/// cells are given to npm feelin by perf/peers/feelin-bench.js.
/// </summary>
public class DecisionTableBenchmarks
{
    private const int Rules = 100;
    private static readonly string Xml = Table();
    private readonly Invocable decision = DecisionModel.Compile(DmnReader.Read(Xml).Definitions!).Find("fee")!;
    private readonly FeelEnvironment environment = new() { Now = DateTimeOffset.UnixEpoch };
    private readonly FeelContext inputs = FeelContext
        .Empty.With("amount", FeelValue.From(9950))
        .With("kind", FeelValue.From("k4"))
        .With("district", FeelValue.From("d99"));

    [Benchmark]
    public DecisionModel ReadAndCompileTable() => DecisionModel.Compile(DmnReader.Read(Xml).Definitions!);

    [Benchmark]
    public FeelValue EvaluateTable() => decision.Evaluate(inputs, environment).Value;

    [Benchmark]
    public string ExplainTable() => decision.Evaluate(inputs, environment, explain: true).Explanation!.Value;

    private static string Table()
    {
        var xml = new StringBuilder(
            """
            <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="fees" name="fees" namespace="fees">
            <inputData id="amount" name="amount"><variable name="amount" typeRef="number"/></inputData>
            <inputData id="kind" name="kind"><variable name="kind" typeRef="string"/></inputData>
            <inputData id="district" name="district"><variable name="district" typeRef="string"/></inputData>
            <decision id="fee" name="fee"><variable name="fee" typeRef="number"/>
            <informationRequirement><requiredInput href="#amount"/></informationRequirement>
            <informationRequirement><requiredInput href="#kind"/></informationRequirement>
            <informationRequirement><requiredInput href="#district"/></informationRequirement>
            <decisionTable id="table"><input><inputExpression><text>amount</text></inputExpression></input>
            <input><inputExpression><text>kind</text></inputExpression></input>
            <input><inputExpression><text>district</text></inputExpression></input><output name="fee"/>
            """
        );
        for (var i = 0; i < Rules; i++)
        {
            xml.Append(
                CultureInfo.InvariantCulture,
                $"""
                <rule><inputEntry><text>[{i * 100}..{(i + 1) * 100})</text></inputEntry>
                <inputEntry><text>"k{i % 5}", "k{(i + 1) % 5}"</text></inputEntry>
                <inputEntry><text>not("d{i - 1}")</text></inputEntry><outputEntry><text>{i}</text></outputEntry></rule>
                """
            );
        }

        return xml.Append("</decisionTable></decision></definitions>").ToString();
    }
}
