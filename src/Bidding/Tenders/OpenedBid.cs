using System.Collections.Immutable;
using Approvals.Bidding.Sealing.Judging;

namespace Approvals.Bidding.Tenders;

/// <summary>开标一览 of a lot as it is read out; the price in fen.</summary>
public sealed record ReadStatement(int Lot, long Price, int Days, string ProjectManager, string Deposit);

/// <summary>What the opening said of one bid that is no dummy.</summary>
/// <param name="Bidder">Names of the members, empty without a proven identity.</param>
/// <param name="CreditCodes">Of all members.</param>
/// <param name="Lots">The lots that are read out.</param>
public sealed record OpenedBid(
    string Slot,
    VerdictKind Verdict,
    string Bidder,
    ImmutableArray<string> CreditCodes,
    ImmutableArray<int> Lots,
    ImmutableArray<ReadStatement> Statements
);

/// <summary>资格后审 of one bid; a rejection names one of the seven grounds (实施条例 51) or the missing qualification.</summary>
public sealed record Qualification(string Slot, bool Passed, string? Ground = null);

/// <summary>A line of a lot's ranking; scores as canonical decimals, the price in fen.</summary>
public sealed record ResultLine(
    string Slot,
    string Bidder,
    string Technical,
    string PriceScore,
    string Total,
    long Price
);

/// <summary>The ranking of one lot, first place first.</summary>
public sealed record LotResult(int Lot, ImmutableArray<ResultLine> Lines);

/// <summary>中标: who gets a lot, and at which place of the ranking he stands.</summary>
public sealed record Award(int Lot, int Place, string Slot, string Bidder, long Price);
