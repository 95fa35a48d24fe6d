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

    private static readonly Dictionary<string, IReadOnlyList<StaffOutcome>> Steps = new(StringComparer.Ordinal)
    {
        [Accept] =
        [
            new("accept", 'T', OutcomeWeight.Primary),
            new("correct", 'B', OutcomeWeight.Other),
            new("decline", 'N', OutcomeWeight.Refusal),
        ],
        [Review] =
        [
            new("pass", 'T', OutcomeWeight.Primary),
            new("correct", 'B', OutcomeWeight.Other),
            new("oppose", 'N', OutcomeWeight.Refusal),
        ],
        [Decide] =
        [
            new("approve", 'T', OutcomeWeight.Primary),
            new("back", 'H', OutcomeWeight.Other),
            new("refuse", 'N', OutcomeWeight.Refusal),
        ],
    };

    /// <summary>Empty for a step that the staff does not end here.</summary>
    public static IReadOnlyList<StaffOutcome> Of(string element) => Steps.GetValueOrDefault(element, []);

    public static bool Has(string element, string outcome) => Of(element).Any(each => each.Outcome == outcome);
}
