using Approvals.Workflow.Bpmn.Rules;
using Approvals.Workflow.Bpmn.Xml;
using Approvals.Workflow.Bpmn.Xml.Schema;

namespace Approvals.Workflow.Bpmn;

/// <summary>
/// Reads BPMN 2.0 with <c>zeebe:</c> and <c>approvals:</c> extensions. What the asked rules forbid is reported with its place and a
/// sentence; nothing that changes execution is read and then ignored. Never throws for what the text contains.
/// </summary>
public static class BpmnReader
{
    /// <summary>Reads for deployment.</summary>
    public static BpmnReading Read(string xml) => Read(xml, BpmnRules.Deployment);

    /// <summary>Reads under a set of rules, see <see cref="BpmnRules"/>.</summary>
    public static BpmnReading Read(string xml, RuleSet rules)
    {
        using var text = new StringReader(xml);
        return Read(text, rules);
    }

    public static BpmnReading Read(TextReader xml, RuleSet rules)
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

        SchemaCheck.Check(root, problems);
        VendorExtensions.Check(root, problems);
        ExtensionCheck.Check(root, problems);
        var definitions = new DefinitionsBuilder(root, problems).Build();
        var subject = new RuleSubject(root, definitions, problems);
        foreach (var rule in rules.Rules)
        {
            rule.Check(subject);
        }

        var found = problems.InOrder().Select(WithLevel).Where(rules.Asks).ToList();
        return new(found.Count == 0 ? definitions : null, found) { Draft = definitions };
    }

    private static BpmnProblem WithLevel(BpmnProblem problem) =>
        problem with
        {
            Level = RuleCatalogue.Find(problem.Rule).Level,
        };
}
