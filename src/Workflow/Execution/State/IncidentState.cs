namespace Approvals.Workflow.Execution.State;

/// <summary>Why an element instance can't go on; see <see cref="Events.IncidentRaised"/>.</summary>
public sealed class IncidentState : IKeyed
{
    internal IncidentState(
        long key,
        ElementInstance owner,
        IncidentKind kind,
        string message,
        string resolution,
        ElementPhase retryAt
    )
    {
        Key = key;
        Owner = owner;
        Kind = kind;
        Message = message;
        Resolution = resolution;
        RetryAt = retryAt;
    }

    public long Key { get; }
    public ElementInstance Owner { get; }
    public IncidentKind Kind { get; }
    public string Message { get; }
    public string Resolution { get; }
    public ElementPhase RetryAt { get; }
}
