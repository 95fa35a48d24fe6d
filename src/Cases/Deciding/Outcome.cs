using System.Globalization;
using Approvals.Cases.Commands;
using Approvals.Cases.Events;
using Approvals.Kernel;
using Approvals.Kernel.Codes;

namespace Approvals.Cases.Deciding;

/// <summary>准予与不予许可 (行政许可法 art. 38).</summary>
internal static class Outcome
{
    public static Decision Decide(CaseState state, ApproveCase command, CaseContext context)
    {
        if (Guard.Decidable(state) is { } rejection)
        {
            return rejection;
        }

        var approved = new CaseApproved(
            context.Now,
            context.Actor.Id,
            Guard.Number(context, NoticeKind.Approval),
            Terms(state, context),
            string.IsNullOrWhiteSpace(command.Opinion) ? null : command.Opinion.Trim(),
            state.Type == CaseType.NotifiedCommitment ? Guard.Number(context, NoticeKind.Commitment) : null
        );
        return Answered(state, approved);
    }

    /// <summary>Only where the item has a rule for it, and only what was accepted; the rule stands in the decision.</summary>
    public static Decision BySilence(CaseState state, CaseContext context)
    {
        var rejection =
            Guard.System(context)
            ?? (state is { IsAccepted: true } && state.Stage.IsUndecided() ? null : Guard.WrongStage(state));
        if (rejection is not null)
        {
            return rejection;
        }

        return context.Item.Item.Handling?.Silence is { } rule
            ? new CaseApproved(
                context.Now,
                context.Actor.Id,
                Guard.Number(context, NoticeKind.Approval),
                Terms(state, context),
                $"超时默许：{rule.Basis}"
            )
            : Rejection.Of("case.no-silence-rule");
    }

    public static Decision Decide(CaseState state, RefuseCase command, CaseContext context)
    {
        var rejection =
            Guard.Decidable(state)
            ?? Guard.Lines(command.Reasons, "case.reasons-missing")
            ?? Guard.Text(command.Remedies, "case.remedies-missing");
        if (rejection is not null)
        {
            return rejection;
        }

        var refused = new CaseRefused(
            context.Now,
            context.Actor.Id,
            Guard.Number(context, NoticeKind.Refusal),
            Guard.Trim(command.Reasons),
            command.Remedies.Trim()
        );
        return Answered(state, refused);
    }

    /// <summary>What an upper level decided goes back to the unit that reviewed first.</summary>
    private static Decision Answered(CaseState state, CaseEvent decided) =>
        state.Unit == state.FirstUnit
            ? decided
            : Decision.Of(decided, new CaseAnsweredBack(decided.At, state.Unit, state.FirstUnit));

    /// <summary>Valid from today through the day before the anniversary: 2026-10-14 to 2030-10-13 for four years.</summary>
    private static LicenceTerms? Terms(CaseState state, CaseContext context)
    {
        var result = context.Item.Item.Result;
        if (result.LicenceTypeCode is not { } type)
        {
            return null;
        }

        var year = context.Today.Year;
        var serial = string.Create(CultureInfo.InvariantCulture, $"{year}{context.Sequence:D5}");
        return new LicenceTerms(
            DocumentNumber.OfLicence(context.Unit.DocumentPrefix, year, context.Sequence),
            LicenceIdentifier.Compose(type, context.Unit.Region, serial, 1).Value,
            state.Applicant.DisplayName,
            context.Today,
            result.ValidityYears is { } years ? context.Today.AddYears(years).AddDays(-1) : null
        );
    }
}
