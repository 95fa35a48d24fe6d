using Approvals.Cases.Catalogue;
using Approvals.Cases.Commands;
using Approvals.Cases.Events;
using Approvals.Kernel;

namespace Approvals.Cases.Deciding;

/// <summary>一次性补正: told once and completely, answered once and completely (行政许可法 art. 32).</summary>
internal static class Correction
{
    public static Decision Decide(CaseState state, RequestCorrection command, CaseContext context)
    {
        if (state.Stage is not (CaseStage.Submitted or CaseStage.Reviewing))
        {
            return Guard.WrongStage(state);
        }

        if (state.Correction is { } first)
        {
            return Rejection.Of("case.second-correction", ("notice", first.NoticeNumber));
        }

        if (command.Points.Count == 0)
        {
            return Rejection.Of("case.correction-empty");
        }

        var seen = new HashSet<(CorrectionTarget, string)>();
        foreach (var point in command.Points)
        {
            if (Fault(context.Item.Item, point, seen) is { } rejection)
            {
                return rejection;
            }
        }

        return new CorrectionRequested(
            context.Now,
            context.Actor.Id,
            Guard.Number(context, NoticeKind.Correction),
            state.Stage,
            command.Points
        );
    }

    public static Decision Decide(CaseState state, SubmitCorrection command, CaseContext context)
    {
        var rejection =
            Guard.Owner(state, context)
            ?? (state.Stage.IsCorrecting() ? null : Guard.WrongStage(state))
            ?? Files.Check(context.Item.Item, command.Documents);
        if (rejection is not null)
        {
            return rejection;
        }

        var open = state.Correction!.Points.FirstOrDefault(point => !Answers(context.Item.Item, point, command));
        return open is null
            ? new CorrectionSubmitted(
                context.Now,
                context.Actor.Id,
                command.Documents,
                command.Form,
                command.Explanation
            )
            : Rejection.Of("case.correction-incomplete", ("point", open.Caption));
    }

    private static Rejection? Fault(Item item, CorrectionPoint point, HashSet<(CorrectionTarget, string)> seen)
    {
        if (string.IsNullOrWhiteSpace(point.Name) || string.IsNullOrWhiteSpace(point.Caption))
        {
            return Rejection.Of("case.correction-without-target");
        }

        if (string.IsNullOrWhiteSpace(point.Reason))
        {
            return Rejection.Of("case.correction-without-reason", ("point", point.Caption));
        }

        if (point.Target == CorrectionTarget.Material && item.Materials.All(material => material.Name != point.Name))
        {
            return Rejection.Of("case.unlisted-material", ("material", point.Name));
        }

        return seen.Add((point.Target, point.Name))
            ? null
            : Rejection.Of("case.correction-double", ("point", point.Caption));
    }

    /// <summary>A material needs new files, unless it is made from the form; a field needs a new form.</summary>
    private static bool Answers(Item item, CorrectionPoint point, SubmitCorrection command)
    {
        var inForm =
            point.Target == CorrectionTarget.Field
            || item.Materials.Any(material => material.Name == point.Name && material.FilledOnline);
        return inForm ? command.Form is not null : command.Documents.Any(document => document.Material == point.Name);
    }
}
