using Approvals.Cases;
using Approvals.Cases.Catalogue;
using Approvals.Cases.Clocks;
using Approvals.Cases.Rows;
using Approvals.Kernel.Organisations;
using Approvals.Server.Storage.Reads;

namespace Approvals.Server.Reads.Cases;

/// <summary>
/// Everything that a page about one case shows, as the store knows it at one instant. Who may see which part of it is the page's
/// affair: only <see cref="Row"/> without its applicant, <see cref="Process"/> and <see cref="Clock"/> are public.
/// </summary>
/// <param name="State">The fold of the case's events: correction, review, refusal, numbers of papers.</param>
/// <param name="Item">The item version that the case began with.</param>
/// <param name="Unit">The unit that handles it.</param>
/// <param name="Clock">The clock that lists show for the case, explained; null while none has started.</param>
/// <param name="History">What happened, oldest first.</param>
/// <param name="Documents">Oldest first.</param>
/// <param name="Tasks">What is open for people.</param>
/// <param name="TaskHistory">What people did with tasks beside completing them, oldest first.</param>
/// <param name="Waiting">Why the process stands where it stands.</param>
/// <param name="Now">The instant of the reading; light and clock are as of it.</param>
public sealed record CaseFacts(
    CaseRow Row,
    CaseState State,
    ItemVersion Item,
    Unit Unit,
    Light Light,
    ProcessFacts Process,
    CaseClock? Clock,
    IReadOnlyList<CaseHappening> History,
    IReadOnlyList<CaseDocument> Documents,
    LicenceRead? Licence,
    DateTimeOffset Now,
    IReadOnlyList<TaskFact> Tasks,
    IReadOnlyList<TaskHappening> TaskHistory,
    WaitingFacts Waiting
)
{
    /// <summary>Short names of the units that take part, by code.</summary>
    public IReadOnlyDictionary<string, string> UnitNames { get; init; } = new Dictionary<string, string>();

    /// <summary>The last record of the case in the journal: what it says can be recomputed and compared.</summary>
    public JournalProof Proof => History[^1].Proof;
}

/// <summary>A record's place in the journal and its leaf hash (32 bytes, <c>LeafHash</c>).</summary>
public sealed record JournalProof(long Position, byte[] Leaf);
