using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Elements.Reference;
using Approvals.Workflow.Tests.Feel;

namespace Approvals.Workflow.Tests.Execution;

public sealed class ElementReferenceTests
{
    public static TheoryData<string> Triggers =>
        [
            .. typeof(EventTrigger)
                .Assembly.GetTypes()
                .Where(type => type.BaseType == typeof(EventTrigger))
                .Select(type => type.Name[..^"Trigger".Length]),
        ];

    /// <summary>After a change: <c>approvals docs elements > docs/elements.md</c>.</summary>
    [Fact]
    public void The_document_is_what_the_engine_says() =>
        File.ReadAllText(Path.Combine(Repository.Root, "docs", "elements.md")).ShouldBe(ElementReference.Write());

    [Theory]
    [MemberData(nameof(Triggers))]
    public void Every_kind_of_event_definition_is_described(string trigger) =>
        ElementReference.Write().ShouldContain($"\n| {trigger} |");
}
