using Approvals.Server.Texts;
using Approvals.Workflow.Bpmn.Rules;

namespace Approvals.Server.Tests.Texts;

public sealed class RuleTextsTests
{
    /// <summary>A designer reads what is wrong in the language of the page, whichever rule speaks.</summary>
    [Fact]
    public void Every_rule_for_models_is_said_in_every_language()
    {
        var table = TextTable.Load();
        RuleCatalogue
            .All.Select(rule => "bpmn-rule." + rule.Id)
            .Where(id => !table.Has(id))
            .ShouldBeEmpty("src/Server/Texts/bpmn-rules.json lacks sentences");
    }
}
