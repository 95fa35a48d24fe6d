using Approvals.Workflow.Bpmn.Rules;
using Approvals.Workflow.Tests.Feel;

namespace Approvals.Workflow.Tests.Bpmn;

public sealed class RulesDocumentTests
{
    [Fact]
    public void The_document_says_what_the_rules_say()
    {
        var file = Path.Combine(Repository.Root, "docs", "bpmn-rules.md");
        if (Environment.GetEnvironmentVariable("WRITE_RULES") == "1")
        {
            File.WriteAllText(file, RulesDocument.Write());
        }

        File.ReadAllText(file)
            .ShouldBe(
                RulesDocument.Write(),
                "The rules changed. Run: src/Server/bin/Debug/net10.0/approvals docs rules > docs/bpmn-rules.md"
            );
    }
}
