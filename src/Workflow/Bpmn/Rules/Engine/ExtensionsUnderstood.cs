using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules.Engine;

internal sealed class ExtensionsUnderstood()
    : BpmnRule(
        "extension.must-understand",
        "BPMN §8.2.3",
        "An extension that must be understood is one of zeebe or of this platform; any other can't be executed.",
        ProblemLevel.Execution
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (var extension in subject.Root.All(BpmnNames.Bpmn, "extension"))
        {
            // The definition is a QName whose prefix the reader has not kept: a name alone says nothing about whose it is.
            if (extension.Is("mustUnderstand"))
            {
                var name = extension["definition"] ?? "without a name";
                Report(
                    subject,
                    extension,
                    $"The file says that the extension '{name}' must be understood; it isn't here."
                );
            }
        }
    }
}
