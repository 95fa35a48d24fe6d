using Approvals.Workflow.Diagram;
using Approvals.Workflow.Library;
using Approvals.Workflow.Library.Comparison;

namespace Approvals.Workflow.Tests.Library;

/// <summary>What differs between two versions, part by part, and how the picture marks it.</summary>
public sealed class ComparisonTests
{
    private static readonly string Process = DocumentTemplates.Of(DocumentKind.Process, "许可", 1);
    private static readonly string Decision = DocumentTemplates.Of(DocumentKind.Decision, "收费", 1);
    private static readonly string Form = DocumentTemplates.Of(DocumentKind.Form, "名称", 1);

    [Theory]
    [InlineData(DocumentKind.Process)]
    [InlineData(DocumentKind.Decision)]
    [InlineData(DocumentKind.Form)]
    public void A_document_is_the_same_as_itself(DocumentKind kind)
    {
        var content = DocumentTemplates.Of(kind, "名", 1);
        DocumentComparison.Of(kind, content, content).IsSame.ShouldBeTrue();
    }

    [Fact]
    public void Names_extensions_flows_and_clocks_are_told()
    {
        var changed = Process
            .Replace("name=\"审查\"", "name=\"核查\"", StringComparison.Ordinal)
            .Replace("reviewer@", "approver@", StringComparison.Ordinal)
            .Replace(
                "<bpmn:startEvent",
                """<bpmn:extensionElements><approvals:clocks><approvals:clock id="promised" name="承诺时限" limit="=7" startOn="f_start" /></approvals:clocks></bpmn:extensionElements><bpmn:startEvent""",
                StringComparison.Ordinal
            )
            .Replace("targetRef=\"end\"", "targetRef=\"review\"", StringComparison.Ordinal);
        var comparison = DocumentComparison.Of(DocumentKind.Process, Process, changed);
        Lines(comparison)
            .ShouldBe([
                "+ clock promised 承诺时限",
                "~ review name: 审查 -> 核查",
                """~ review assignmentDefinition@candidateGroups: =["reviewer@" + unit] -> =["approver@" + unit]""",
                "~ f_end targetRef: end -> review",
            ]);
        Lines(DocumentComparison.Of(DocumentKind.Process, changed, Process)).ShouldContain("- clock promised 承诺时限");
    }

    [Fact]
    public void Shapes_that_moved_are_no_difference_of_the_process()
    {
        var moved = Process.Replace("x=\"260\"", "x=\"300\"", StringComparison.Ordinal);
        var comparison = DocumentComparison.Of(DocumentKind.Process, Process, moved);
        Lines(comparison).ShouldBeEmpty();
        comparison.DrawingChanged.ShouldBeTrue();
        comparison.IsSame.ShouldBeFalse();
    }

    [Fact]
    public void Rules_and_fields_are_told()
    {
        var rule = Decision.Replace("<text>-</text>", "<text>&gt; 100</text>", StringComparison.Ordinal);
        Lines(DocumentComparison.Of(DocumentKind.Decision, Decision, rule))
            .ShouldBe(["~ rule_1_input text: - -> > 100"]);
        var field = Form.Replace("true", "false", StringComparison.Ordinal);
        Lines(DocumentComparison.Of(DocumentKind.Form, Form, field))
            .ShouldBe(["~ field_1 validate.required: true -> false"]);
    }

    [Fact]
    public void The_picture_marks_what_differs_by_sign_and_border()
    {
        var state = new DiagramState("许可")
        {
            Marks = new Dictionary<string, ElementMark>(StringComparer.Ordinal)
            {
                ["review"] = ElementMark.Changed,
                ["f_end"] = ElementMark.Added,
                ["end"] = ElementMark.Removed,
            },
        };
        var svg = DiagramSvg.Render(DiagramReader.Read(Process), state, DiagramOptions.Page);
        svg.ShouldContain("class=\"k changed\"");
        svg.ShouldContain("class=\"f added\"");
        foreach (var mark in new[] { "changed", "added", "removed" })
        {
            svg.ShouldContain($"<circle class=\"sign {mark}\"");
        }
    }

    private static IEnumerable<string> Lines(DocumentComparison comparison) =>
        comparison
            .Added.Select(part => $"+ {part.Kind} {part.Id} {part.Name}")
            .Concat(
                comparison.Changed.SelectMany(change =>
                    change.Facts.Select(fact => $"~ {change.New.Id} {fact.Path}: {fact.Old} -> {fact.New}")
                )
            )
            .Concat(comparison.Removed.Select(part => $"- {part.Kind} {part.Id} {part.Name}"));
}
