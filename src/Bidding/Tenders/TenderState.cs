using System.Collections.Immutable;
using Approvals.Bidding.Sealing.Notices;

namespace Approvals.Bidding.Tenders;

/// <summary>A tender as its events tell it.</summary>
public sealed record TenderState
{
    public required long Key { get; init; }

    /// <summary>The stream of its record.</summary>
    public required long Record { get; init; }

    public required string Number { get; init; }

    public required Declaration Declaration { get; init; }

    public required DateTimeOffset DeclaredAt { get; init; }

    public required TenderStage Stage { get; init; }

    public AgencyChoice? Choice { get; init; }

    public TenderFile? File { get; init; }

    public ImmutableSortedDictionary<HolderRole, Holder> Holders { get; init; } =
        ImmutableSortedDictionary<HolderRole, Holder>.Empty;

    public ImmutableSortedDictionary<HolderRole, byte[]> DrawCommitments { get; init; } =
        ImmutableSortedDictionary<HolderRole, byte[]>.Empty;

    public DateTimeOffset? PublishedAt { get; init; }

    public byte[] NoticeHash { get; init; } = [];

    /// <summary>Oldest first.</summary>
    public ImmutableArray<TenderQuestion> Questions { get; init; } = [];

    /// <summary>Null before the opening.</summary>
    public BidsOpened? Opening { get; init; }

    public DateTimeOffset? ReadOutAt { get; init; }

    public ImmutableArray<string> Committee { get; init; } = [];

    public ImmutableArray<string> BlindOrder { get; init; } = [];

    public ImmutableArray<Qualification> Qualifications { get; init; } = [];

    /// <summary>The last sheet of each expert.</summary>
    public ImmutableSortedDictionary<int, SheetSealed> Sheets { get; init; } =
        ImmutableSortedDictionary<int, SheetSealed>.Empty;

    public ImmutableArray<LotResult> Results { get; init; } = [];

    public ImmutableArray<ReportSigned> Signatures { get; init; } = [];

    /// <summary>Members who count as agreeing, because they neither signed nor said why.</summary>
    public ImmutableArray<string> Silent { get; init; } = [];

    public CandidatesPublished? Publicity { get; init; }

    public ImmutableArray<Award> Awards { get; init; } = [];

    public DateTimeOffset? AwardedAt { get; init; }

    public DateOnly? ContractDue { get; init; }

    /// <summary>Lots whose first candidates gave up, once for each that did.</summary>
    public ImmutableArray<int> Abandoned { get; init; } = [];

    public ContractSigned? Contract { get; init; }

    public DateOnly? RefundDue { get; init; }

    public TenderArchived? Archive { get; init; }

    public string? Failure { get; init; }

    public bool IsRetendered { get; init; }

    /// <summary>The unit of a holder's role.</summary>
    public string? UnitOf(HolderRole role) =>
        role switch
        {
            HolderRole.Tenderer => Declaration.Tenderer,
            HolderRole.Agency => Choice?.Agency,
            HolderRole.Supervisor => File?.Supervisor,
            _ => File?.Notary,
        };

    public string? NameOf(HolderRole role) =>
        role switch
        {
            HolderRole.Tenderer => Declaration.TendererName,
            HolderRole.Agency => Choice?.AgencyName,
            HolderRole.Supervisor => File?.SupervisorName,
            _ => File?.NotaryName,
        };

    /// <summary>Bids that go to the experts: opened and not rejected, as the room shows them.</summary>
    public ImmutableArray<string> Scored =>
        [
            .. BlindOrder.Where(slot =>
                Qualifications.IsEmpty || Qualifications.Any(each => each.Slot == slot && each.Passed)
            ),
        ];

    /// <summary>The number of the person in the committee, or -1.</summary>
    public int ExpertOf(string person) => Committee.IndexOf(person);
}
