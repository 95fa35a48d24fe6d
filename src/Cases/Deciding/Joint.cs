using Approvals.Cases.Commands;
using Approvals.Cases.Events;
using Approvals.Kernel;
using Approvals.Kernel.Organisations;

namespace Approvals.Cases.Deciding;

/// <summary>联办: departments asked in parallel, absent ones agreeing; joint inspection and joint meeting.</summary>
internal static class Joint
{
    public static Decision Open(CaseState state, CaseContext context)
    {
        var rejection = Guard.System(context) ?? Guard.Stage(state, CaseStage.Reviewing);
        if (rejection is not null)
        {
            return rejection;
        }

        var asked =
            state.Asked.Count > 0
                ? state.Asked
                : (context.Item.Item.Handling?.Branches ?? []).Select(branch => new AskedDepartment(
                    branch.Unit,
                    branch.Days
                ));
        return new BranchesOpened(
            context.Now,
            [.. asked.Select(branch => new Branch(branch.Unit, context.WorkingDay(branch.Days)))]
        );
    }

    /// <summary>Only by somebody of the department: that he reviews there is the engine's affair.</summary>
    public static Decision Decide(CaseState state, GiveOpinion command, CaseContext context)
    {
        var rejection =
            Waited(state, command.Unit)
            ?? (
                context.Actor.IsIn(Roles.Reviewer + "@" + command.Unit)
                    ? null
                    : Rejection.Of("case.not-your-department")
            )
            ?? Guard.Text(command.Opinion, "case.opinion-missing");
        return rejection is null
            ? new OpinionGiven(
                context.Now,
                context.Actor.Id,
                command.Unit,
                command.Agrees,
                command.Opinion.Trim(),
                IsLast(state)
            )
            : rejection;
    }

    public static Decision Decide(CaseState state, DefaultOpinion command, CaseContext context)
    {
        var rejection = Guard.System(context) ?? Waited(state, command.Unit);
        return rejection is null ? new OpinionDefaulted(context.Now, command.Unit, IsLast(state)) : rejection;
    }

    /// <summary>Not before tomorrow: whoever is inspected can be there.</summary>
    public static Decision Decide(CaseState state, ArrangeInspection command, CaseContext context)
    {
        var rejection =
            Guard.Stage(state, CaseStage.Reviewing)
            ?? Guard.Text(command.Place, "case.place-missing")
            ?? (
                Kernel.Calendar.CivilTime.DateOf(command.On) > context.Today
                    ? null
                    : Rejection.Of("case.inspection-too-soon")
            )
            ?? Participants(state, command.Units, context);
        return rejection is null
            ? new InspectionArranged(
                context.Now,
                context.Actor.Id,
                Guard.Number(context, NoticeKind.InspectionCall),
                command.On,
                command.Place.Trim(),
                command.Units
            )
            : rejection;
    }

    /// <summary>Every unit that was called has a finding in the one record.</summary>
    public static Decision Decide(CaseState state, RecordInspection command, CaseContext context)
    {
        if (Guard.Stage(state, CaseStage.Inspecting) is { } rejection)
        {
            return rejection;
        }

        var silent = state.Inspection!.Units.FirstOrDefault(unit =>
            command.Findings.All(found => found.Unit != unit || string.IsNullOrWhiteSpace(found.Finding))
        );
        if (silent is not null)
        {
            return Rejection.Of("case.finding-of-unit-missing", ("unit", silent));
        }

        return new InspectionRecorded(
            context.Now,
            context.Actor.Id,
            Guard.Number(context, NoticeKind.InspectionRecord),
            command.Findings,
            command.Photos
        );
    }

    public static Decision Decide(CaseState state, RecordMeeting command, CaseContext context)
    {
        var rejection =
            Guard.Stage(state, CaseStage.Reviewing)
            ?? Guard.Text(command.Minutes, "case.minutes-missing")
            ?? (command.HeldOn <= context.Today ? null : Rejection.Of("case.meeting-not-held"))
            ?? Participants(state, [.. command.Votes.Select(vote => vote.Unit)], context);
        return rejection is null
            ? new MeetingRecorded(
                context.Now,
                context.Actor.Id,
                Guard.Number(context, NoticeKind.MeetingMinutes),
                command.HeldOn,
                command.Minutes.Trim(),
                command.Votes
            )
            : rejection;
    }

    /// <summary>The lead unit and the departments asked, each once; at least one.</summary>
    private static Rejection? Participants(CaseState state, IReadOnlyList<string> units, CaseContext context)
    {
        var isFit =
            units.Count > 0
            && units.Distinct(StringComparer.Ordinal).Count() == units.Count
            && units.All(state.Participants(context.Item.Item).Contains);
        return isFit ? null : Rejection.Of("case.participants");
    }

    private static Rejection? Waited(CaseState state, string unit) =>
        state.Stage != CaseStage.Consulting ? Guard.WrongStage(state)
        : state.Branches.Any(branch => branch.Unit == unit && branch.Answer is null) ? null
        : Rejection.Of("case.not-your-department");

    private static bool IsLast(CaseState state) => state.Branches.Count(branch => branch.Answer is null) == 1;
}
