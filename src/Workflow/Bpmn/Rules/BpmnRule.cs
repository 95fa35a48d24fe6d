using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules;

/// <summary>One constraint on a model, checked before deployment.</summary>
public abstract class BpmnRule
{
    /// <summary>Stable id, named by <see cref="BpmnProblem.Rule"/>.</summary>
    public abstract string Id { get; }

    /// <summary>Where the constraint comes from.</summary>
    public abstract string Clause { get; }

    public abstract void Check(RuleSubject subject);

    private protected void Report(RuleSubject subject, BpmnNode node, string message) =>
        subject.Problems.Add(Id, node, message);

    private protected void Report(RuleSubject subject, Element element, string message) =>
        subject.Problems.Add(Id, element, message);
}
