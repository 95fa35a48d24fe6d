namespace Approvals.Workflow.Execution.State;

/// <summary>Why an element instance can't go on; see <see cref="Events.IncidentRaised"/>.</summary>
public sealed class IncidentState : IKeyed
{
    internal IncidentState(
        long key,
        WaitOwner owner,
        string elementId,
        IncidentKind kind,
        string message,
        string resolution,
        ElementPhase retryAt
    )
    {
        Key = key;
        Owner = owner;
        ElementId = elementId;
        Kind = kind;
        Message = message;
        Resolution = resolution;
        RetryAt = retryAt;
    }

    public long Key { get; }
    public WaitOwner Owner { get; }

    /// <summary>The id of the element that it is about: the owner's, for a scope that of the element that can't begin.</summary>
    public string ElementId { get; internal set; }
    public IncidentKind Kind { get; }
    public string Message { get; }
    public string Resolution { get; }
    public ElementPhase RetryAt { get; }
}
