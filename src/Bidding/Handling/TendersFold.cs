using Approvals.Bidding.Tenders;
using Approvals.Kernel.Journal;
using Approvals.Kernel.Journal.Refolding;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Runtime;
using Approvals.Workflow.Runtime.Refolding;

namespace Approvals.Bidding.Handling;

/// <summary>The rows of tenders, written again from the journal.</summary>
public sealed class TendersFold : IJournalFold, IInstanceFold
{
    private readonly Dictionary<long, TenderState> tenders = [];

    public IReadOnlyList<DerivedTable> Tables { get; } = [new("tender")];

    public void Fold(Refold refold, JournalRecord record)
    {
        if (!TenderEventCodec.Knows(record.Type))
        {
            return;
        }

        refold.Moved(record);
        var happened = TenderEventCodec.Read(record.Type, record.Schema, record.Data.Span);
        var before = tenders.GetValueOrDefault(record.Stream);
        var state = TenderEvolution.Evolve(before, happened);
        tenders[record.Stream] = state;
        TenderRows.Write(refold.Folded, state, before is null, happened.At);
    }

    public void Observe(
        Refold refold,
        JournalRecord record,
        LoadedInstance instance,
        IReadOnlyList<WorkflowEvent> events
    )
    {
        if (record.Version == 1 && tenders.ContainsKey(instance.Owner))
        {
            TenderRows.AttachInstance(refold.Folded, instance.Owner, instance.Key);
        }
    }
}
