using Approvals.Kernel.Journal;
using Approvals.Kernel.Journal.Refolding;
using Approvals.Workflow.Execution.Events;

namespace Approvals.Workflow.Runtime.Refolding;

/// <summary>What a domain keeps of its processes, written again: the counterpart of <see cref="IProcessObserver"/>.</summary>
public interface IInstanceFold
{
    void Observe(Refold refold, JournalRecord record, LoadedInstance instance, IReadOnlyList<WorkflowEvent> events);
}
