using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules.Data;

/// <summary>Of which item definition things are (BPMN §8.4.10).</summary>
internal static class ItemKinds
{
    /// <summary>The item definition of a piece of data, of references that of what they refer to; null when nothing says so.</summary>
    public static BpmnNode? OfData(RuleSubject subject, BpmnNode data) =>
        subject.Find(data["itemSubjectRef"])
        ?? (
            subject.Find(data["dataObjectRef"] ?? data["dataStoreRef"]) is { } origin
                ? subject.Find(origin["itemSubjectRef"])
                : null
        );

    /// <summary>False only when both are known and differ: equal structures make equal items.</summary>
    public static bool MayBeEqual(BpmnNode? one, BpmnNode? other) =>
        one is null
        || other is null
        || one == other
        || (
            one["structureRef"] is { } structure
            && structure == other["structureRef"]
            && one.Is("isCollection") == other.Is("isCollection")
        );

    /// <summary>True when the data are of what is given with a message or event; when that says nothing, all data are.</summary>
    public static bool Carries(RuleSubject subject, BpmnNode data, BpmnNode? given) =>
        given is null || (OfData(subject, data) is { } own && MayBeEqual(own, given));
}
