using Approvals.Kernel;

namespace Approvals.Cases.Deciding;

/// <summary>Preconditions that several commands share; null means that they hold.</summary>
internal static class Guard
{
    public static Rejection? Stage(CaseState state, CaseStage expected) =>
        state.Stage == expected ? null : WrongStage(state);

    public static Rejection WrongStage(CaseState state) =>
        Rejection.Of("case.wrong-stage", ("stage", state.Stage.ToString()));

    /// <summary>The applicant's own command.</summary>
    public static Rejection? Owner(CaseState state, CaseContext context) =>
        string.Equals(state.Applicant.PersonId, context.Actor.Id, StringComparison.Ordinal)
            ? null
            : Rejection.Of("case.not-yours");

    /// <summary>A worker's command.</summary>
    public static Rejection? System(CaseContext context) =>
        context.Actor.Id.StartsWith("system:", StringComparison.Ordinal) ? null : Rejection.Of("case.system-only");

    /// <summary>A text that the law or the file needs.</summary>
    public static Rejection? Text(string? text, string code) =>
        string.IsNullOrWhiteSpace(text) ? Rejection.Of(code) : null;

    /// <summary>At least one sentence, and none empty.</summary>
    public static Rejection? Lines(IReadOnlyList<string> lines, string code) =>
        lines.Count == 0 || lines.Any(string.IsNullOrWhiteSpace) ? Rejection.Of(code) : null;

    public static IReadOnlyList<string> Trim(IReadOnlyList<string> lines) => [.. lines.Select(line => line.Trim())];

    /// <summary>When the case may be decided: after its review, or at once when its type is decided on the spot.</summary>
    public static Rejection? Decidable(CaseState state) =>
        state.Stage == CaseStage.Deciding || (state.Stage == CaseStage.Submitted && state.Type.IsOnTheSpot())
            ? null
            : WrongStage(state);

    public static string Number(CaseContext context, NoticeKind kind)
    {
        if (context.Sequence < 1)
        {
            throw new InvalidOperationException($"{kind} takes a number of its series, but none was passed.");
        }

        return DocumentNumber.Of(context.Unit.DocumentPrefix, kind, context.Today.Year, context.Sequence);
    }
}
