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

    public static string Number(CaseContext context, NoticeKind kind)
    {
        if (context.Sequence < 1)
        {
            throw new InvalidOperationException($"{kind} takes a number of its series, but none was passed.");
        }

        return DocumentNumber.Of(context.Unit.DocumentPrefix, kind, context.Today.Year, context.Sequence);
    }
}
