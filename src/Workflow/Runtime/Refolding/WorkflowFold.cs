using Approvals.Kernel.Calendar;
using Approvals.Kernel.Journal;
using Approvals.Kernel.Journal.Refolding;
using Approvals.Workflow.Runtime.Decisions;
using Approvals.Workflow.Runtime.Forms;
using Approvals.Workflow.Runtime.Messages;

namespace Approvals.Workflow.Runtime.Refolding;

/// <summary>The engine's tables, written again: deployments, instances with their work tables, messages that are under way.</summary>
/// <param name="ownerOf">The domain stream of an instance that starts; null where the domains' records of the same turn tell it.</param>
public sealed class WorkflowFold(
    DefinitionCache definitions,
    WorkingCalendar calendar,
    IReadOnlyList<IInstanceFold> domains,
    Func<Refold, JournalRecord, long>? ownerOf = null
) : IJournalFold
{
    private readonly DeploymentFold deployments = new(calendar);
    private readonly InstanceFold instances = new(
        definitions,
        domains,
        ownerOf ?? ((refold, record) => refold.MovedIn(record.Turn))
    );

    public IReadOnlyList<DerivedTable> Tables { get; } =
    [
        new("process_definition"),
        // The next firing of a start event's timer is a mark of its own: what it started stands in the journal.
        new("start_subscription")
        {
            Key = ["definition", "element", "kind", "coalesce(name, '')"],
            Except = ["key", "name", "due", "repetitions"],
        },
        new("form_definition"),
        new("decision_model"),
        new("decision_definition"),
        new("process_scope"),
        new("user_task"),
        new("user_task_candidate"),
        new("user_task_signer"),
        new("user_task_copy"),
        new("job"),
        // Without an element it only says that a long step goes on.
        new("timer") { Where = "element <> ''" },
        new("clock"),
        new("message_subscription"),
        new("signal_subscription"),
        new("incident"),
        new("published_message") { Except = ["pending"] },
    ];

    public void Fold(Refold refold, JournalRecord record)
    {
        switch (record.Type)
        {
            case ProcessRuntime.EventType:
                instances.Fold(refold, record);
                break;
            case MessageJournal.EventType:
                MessageJournal.Fold(refold.Folded, record);
                break;
            case Deploying.EventType:
                deployments.Process(refold, record);
                break;
            case FormDeploying.EventType:
                DeploymentFold.Form(refold, record);
                break;
            case DecisionDeploying.EventType:
                DeploymentFold.Decisions(refold, record);
                break;
        }
    }
}
