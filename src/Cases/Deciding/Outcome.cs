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
        if (Guard.Stage(state, CaseStage.Deciding) is { } rejection)
        {
            return rejection;
        }

        return new CaseApproved(
            context.Now,
            context.Actor.Id,
            Guard.Number(context, NoticeKind.Approval),
            Terms(state, context),
            string.IsNullOrWhiteSpace(command.Opinion) ? null : command.Opinion.Trim()
        );
    }

    public static Decision Decide(CaseState state, RefuseCase command, CaseContext context)
    {
        var rejection =
            Guard.Stage(state, CaseStage.Deciding)
            ?? (
                command.Reasons.Count == 0 || command.Reasons.Any(string.IsNullOrWhiteSpace)
                    ? Rejection.Of("case.reasons-missing")
                    : null
            )
            ?? Guard.Text(command.Remedies, "case.remedies-missing");
        if (rejection is not null)
        {
            return rejection;
        }

        return new CaseRefused(
            context.Now,
            context.Actor.Id,
            Guard.Number(context, NoticeKind.Refusal),
            [.. command.Reasons.Select(reason => reason.Trim())],
            command.Remedies.Trim()
        );
    }

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
