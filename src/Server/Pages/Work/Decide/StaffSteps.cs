using Approvals.Cases;

namespace Approvals.Server.Pages.Work.Decide;

/// <summary>
/// One way to end a step. <see cref="Outcome"/> is the last part of its address, <see cref="Key"/> the letter that opens it.
/// </summary>
public sealed record StaffOutcome(string Outcome, char Key, OutcomeWeight Weight)
{
    /// <summary>退回: nobody has to have signed for it.</summary>
    public bool IsReturn => Outcome == "back";
}

/// <summary>How a decision stands among the others: a refusal never beside the approval in the same weight.</summary>
public enum OutcomeWeight
{
    Primary,
    Other,
    Refusal,
}

/// <summary>What the staff may decide at each step of the process.</summary>
public static class StaffSteps
{
    public const string Accept = "accept";
    public const string Review = "review";
    public const string Decide = "decide";
    public const string Settle = "settle";
    public const string Verify = "verify";
    public const string SpecialProcedure = "special";
    public const string Opinion = "opinion";
    public const string Inspection = "inspection";
    public const string Extension = "extend";
    public const string Meeting = "meeting";
    public const string HandBack = "hand_back";
    public const string Sign = "sign";

    private static readonly Dictionary<string, IReadOnlyList<StaffOutcome>> Steps = new(StringComparer.Ordinal)
    {
        [Accept] =
        [
            new("accept", 'T', OutcomeWeight.Primary),
            new("correct", 'B', OutcomeWeight.Other),
            new("return", 'F', OutcomeWeight.Other),
            new("decline", 'N', OutcomeWeight.Refusal),
        ],
        [Review] =
        [
            new("pass", 'T', OutcomeWeight.Primary),
            new("correct", 'B', OutcomeWeight.Other),
            new("special", 'P', OutcomeWeight.Other),
            new("oppose", 'N', OutcomeWeight.Refusal),
        ],
        [Decide] =
        [
            new("approve", 'T', OutcomeWeight.Primary),
            new("back", 'H', OutcomeWeight.Other),
            new("refuse", 'N', OutcomeWeight.Refusal),
        ],
        [Settle] =
        [
            new("approve", 'T', OutcomeWeight.Primary),
            new("correct", 'B', OutcomeWeight.Other),
            new("refuse", 'N', OutcomeWeight.Refusal),
            new("decline", 'D', OutcomeWeight.Refusal),
        ],
        [Extension] = [new("grant", 'T', OutcomeWeight.Primary), new("deny", 'N', OutcomeWeight.Refusal)],
        [Meeting] = [new("meet", 'M', OutcomeWeight.Primary)],
        [HandBack] = [new("hand-back", 'T', OutcomeWeight.Primary)],
        [SpecialProcedure] = [new("resume", 'T', OutcomeWeight.Primary)],
        [Opinion] = [new("agree", 'T', OutcomeWeight.Primary), new("disagree", 'N', OutcomeWeight.Refusal)],
        [Inspection] = [new("record", 'T', OutcomeWeight.Primary)],
        [Sign] = [new("sign-licence", 'T', OutcomeWeight.Primary)],
        [Verify] =
        [
            new("keep", 'T', OutcomeWeight.Primary),
            new("demand", 'B', OutcomeWeight.Other),
            new("revoke", 'N', OutcomeWeight.Refusal),
        ],
    };

    /// <summary>Ways out of the review that a joint case has besides.</summary>
    private static readonly IReadOnlyList<StaffOutcome> OfJointReview =
    [
        new("inspect", 'K', OutcomeWeight.Other),
        new("meet", 'M', OutcomeWeight.Other),
    ];

    /// <summary>Where the law allows an extension (行政许可法 art. 42).</summary>
    private static readonly StaffOutcome OfExtensible = new("extend", 'E', OutcomeWeight.Other);

    /// <summary>Empty for a step that the staff does not end here.</summary>
    public static IReadOnlyList<StaffOutcome> Of(string element, CaseType type) =>
        (element, type) switch
        {
            (Review, CaseType.Joint) => [.. Steps[Review], .. OfJointReview, OfExtensible],
            (Review, CaseType.Committed) => [.. Steps[Review], OfExtensible],
            // What an upper level decides is not sent back to another unit's review.
            (Decide, CaseType.Referred) => [.. Steps[Decide].Where(outcome => !outcome.IsReturn)],
            _ => Steps.GetValueOrDefault(element, []),
        };

    public static bool Has(string element, CaseType type, string outcome) =>
        Of(element, type).Any(each => each.Outcome == outcome);
}
