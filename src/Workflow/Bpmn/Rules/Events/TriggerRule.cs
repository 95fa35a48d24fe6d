using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules.Events;

/// <summary>Events of one kind have only certain event definitions (BPMN §10.5, tables of triggers and results).</summary>
internal abstract class TriggerRule : BpmnRule
{
    private readonly string[] allowed;
    private readonly bool mayBeNone;

    /// <param name="allowed">The allowed ones, as the beginnings of their names: <c>message timer</c>.</param>
    private protected TriggerRule(string id, string clause, string sentence, string allowed, bool mayBeNone)
        : base(id, clause, sentence)
    {
        this.allowed = allowed.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        this.mayBeNone = mayBeNone;
    }

    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.FlowNodes.Where(Concerns))
        {
            var triggers = subject.Triggers(node);
            if (triggers.Count == 0 && !mayBeNone && node.Bpmn("eventDefinitionRef") is null)
            {
                Report(subject, node, $"This <{node.Name}> needs an event definition.");
            }

            foreach (var trigger in triggers)
            {
                var kind = trigger.Name[..^"EventDefinition".Length];
                if (!allowed.Contains(kind))
                {
                    var at = trigger.Parent == node ? trigger : node;
                    Report(subject, at, $"This <{node.Name}> can't have a <{trigger.Name}>.");
                }
            }
        }
    }

    private protected abstract bool Concerns(BpmnNode node);
}
