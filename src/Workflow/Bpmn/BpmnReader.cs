using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Bpmn.Rules;
using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn;

/// <summary>
/// Reads BPMN 2.0 with <c>zeebe:</c> and <c>approvals:</c> extensions. Strict: what can't be executed is refused with its
/// place and a sentence, nothing is read and then ignored. Never throws for what the text contains.
/// </summary>
public static class BpmnReader
{
    /// <summary>Reads for deployment.</summary>
    public static BpmnReading Read(string xml) => Read(xml, BpmnRules.Deployment);

    /// <summary>Reads under a set of rules, see <see cref="BpmnRules"/>.</summary>
    public static BpmnReading Read(string xml, IReadOnlyList<BpmnRule> rules)
    {
        using var text = new StringReader(xml);
        return Read(text, rules);
    }

    public static BpmnReading Read(TextReader xml, IReadOnlyList<BpmnRule> rules)
    {
        var problems = new ProblemList();
        if (XmlTree.Read(xml, problems) is not { } root)
        {
            return new(null, problems.InOrder());
        }

        if (!root.IsBpmn("definitions"))
        {
            problems.Add("schema.root", root, $"The root is <{root.Name}>, not <definitions> of BPMN 2.0.");
            return new(null, problems.InOrder());
        }

        Vocabulary.Check(root, problems);
        var definitions = new DefinitionsBuilder(root, problems).Build();
        var subject = new RuleSubject(root, definitions, problems);
        foreach (var rule in rules)
        {
            rule.Check(subject);
        }

        return new(problems.Count == 0 ? definitions : null, problems.InOrder()) { Draft = definitions };
    }
}
