using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Simulation;

/// <summary>The messages of a run that nobody has taken, in the order in which they came to be known.</summary>
internal sealed class Messages(List<RunMessage> given)
{
    public List<RunMessage> All { get; } = given;

    public void Add(RunMessage message) => All.Add(message);

    public void Take(RunMessage message) => All.Remove(message);

    /// <summary>Those that are there now.</summary>
    public IEnumerable<RunMessage> Arrived(DateTimeOffset now) => All.Where(message => message.At <= now);

    /// <summary>When the next one arrives, or null.</summary>
    public DateTimeOffset? Next(DateTimeOffset now)
    {
        DateTimeOffset? next = null;
        foreach (var message in All)
        {
            next = message.At > now && (next is null || message.At < next) ? message.At : next;
        }

        return next;
    }

    /// <summary>The oldest subscription of the instance that the message fits.</summary>
    public static MessageSubscriptionState? Find(ProcessInstanceState instance, RunMessage message)
    {
        foreach (var wait in instance.Waits.Items)
        {
            if (wait is MessageSubscriptionState subscription && message.Fits(subscription))
            {
                return subscription;
            }
        }

        return null;
    }
}
