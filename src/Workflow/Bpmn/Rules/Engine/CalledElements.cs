using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Bpmn.Rules.Engine;

internal sealed class CalledElements()
    : BpmnRule("call.missing", "BPMN §10.3.6", "A call activity says what it calls.", ProblemLevel.Execution)
{
    public override void Check(RuleSubject subject)
    {
        foreach (var element in subject.Elements())
        {
            if (element is CallActivity { ProcessId: null })
            {
                Report(subject, element, "The call activity has no calledElement.");
            }
        }
    }
}
