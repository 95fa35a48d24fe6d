using System.Diagnostics.CodeAnalysis;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Bpmn.Model;

/// <summary>
/// A complex gateway (BPMN §10.6.5, §13.4.5): fires when the condition over <c>activationCount</c> and the counts of its incoming
/// flows holds, then waits for the rest before it is ready again. Without a condition it waits for one token on each flow.
/// </summary>
[method: SetsRequiredMembers]
public sealed class ComplexGateway(Element basis, FeelExpression? activationCondition) : Element(basis)
{
    public FeelExpression? ActivationCondition { get; } = activationCondition;
}

/// <summary>
/// An event-based gateway (BPMN §10.6.6, §13.4.4): the first of the events after it decides. Instantiating, it starts the
/// process; instantiating and parallel, every one of its events has to come for the instance to end.
/// </summary>
[method: SetsRequiredMembers]
public sealed class EventBasedGateway(Element basis) : Element(basis)
{
    public bool Instantiates { get; init; }
    public bool IsParallel { get; init; }
}
