using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules;

/// <summary>One constraint on a model.</summary>
public abstract class BpmnRule
{
    private protected BpmnRule(
        string id,
        string clause,
        string sentence,
        ProblemLevel level = ProblemLevel.Structure,
        bool isHarmless = false
    )
    {
        Description = new(id, level, clause, sentence, isHarmless);
    }

    public RuleDescription Description { get; }

    public abstract void Check(RuleSubject subject);

    private protected void Report(RuleSubject subject, BpmnNode node, string message) =>
        subject.Problems.Add(Description.Id, node, message);

    private protected void Report(RuleSubject subject, Element element, string message) =>
        subject.Problems.Add(Description.Id, element.Id, element.Position, message);
}
