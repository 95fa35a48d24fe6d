using System.Text.Json;
using System.Text.RegularExpressions;
using Approvals.Workflow.Bpmn;
using Approvals.Workflow.Bpmn.Rules;
using Approvals.Workflow.Tests.Feel;

namespace Approvals.Workflow.Tests.Bpmn;

/// <summary>The descriptor for the designer, the reader and the page say the same about the <c>approvals:</c> extensions.</summary>
public sealed partial class ApprovalsExtensionsTests
{
    private static readonly JsonElement[] Types =
    [
        .. JsonDocument
            .Parse(File.ReadAllText(Path.Combine(Repository.Root, "src", "Workflow", "Bpmn", "approvals.moddle.json")))
            .RootElement.GetProperty("types")
            .EnumerateArray(),
    ];

    public static TheoryData<string> Names => [.. Types.Select(NameOf)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_reader_knows_every_attribute_of_the_descriptor_and_no_other(string name)
    {
        var attributes = AttributesOf(name).Append("unheardOf");

        var complaints = BpmnReader
            .Read(Model(name, attributes), BpmnRules.Execution)
            .Problems.Where(problem => problem.Rule == "extension.unknown");

        complaints.ShouldHaveSingleItem().Message.ShouldContain("'unheardOf'");
    }

    [Fact]
    public void The_page_has_every_element_and_attribute()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "approvals-extensions.md"));

        foreach (var type in Types)
        {
            var name = NameOf(type);
            page.ShouldContain($"approvals:{name}");
            foreach (var attribute in AttributesOf(name))
            {
                page.ShouldContain($"`{attribute}`");
            }
        }

        var known = Types.Select(NameOf).ToHashSet();
        Mentioned().Matches(page).Select(match => match.Groups["name"].Value).ShouldBeSubsetOf(known);
    }

    [Fact]
    public void An_element_that_the_descriptor_does_not_have_is_refused()
    {
        var problem = BpmnReader
            .Read(Model("sealing", []), BpmnRules.Execution)
            .Problems.Single(problem => problem.Rule == "extension.unknown");

        problem.Message.ShouldContain("<sealing>");
    }

    private static string NameOf(JsonElement type)
    {
        var name = type.GetProperty("name").GetString()!;
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private static IEnumerable<string> AttributesOf(string name) =>
        Types
            .Single(type => NameOf(type) == name)
            .GetProperty("properties")
            .EnumerateArray()
            .Where(property => property.TryGetProperty("isAttr", out var isAttribute) && isAttribute.GetBoolean())
            .Select(property => property.GetProperty("name").GetString()!);

    private static string Model(string extension, IEnumerable<string> attributes)
    {
        var text = string.Concat(attributes.Select(attribute => $""" {attribute}="1" """));
        var element = extension switch
        {
            "clock" => $"<approvals:clocks><approvals:clock {text} /></approvals:clocks>",
            "outcome" => $"<approvals:outcomes variable=\"v\"><approvals:outcome {text} /></approvals:outcomes>",
            _ => $"<approvals:{extension} {text} />",
        };
        var onProcess = extension.StartsWith("clock", StringComparison.Ordinal);
        return $"""
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:approvals="http://approvals.example/schema/bpmn/1.0"
              targetNamespace="t"><process id="p">{(onProcess ? Wrapped(element) : "")}
            <userTask id="u">{(onProcess ? "" : Wrapped(element))}</userTask></process></definitions>
            """;
    }

    private static string Wrapped(string element) => $"<extensionElements>{element}</extensionElements>";

    [GeneratedRegex("approvals:(?<name>[a-z][a-zA-Z]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mentioned();
}
