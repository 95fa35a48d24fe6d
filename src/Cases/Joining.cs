using Approvals.Cases.Events;

namespace Approvals.Cases;

/// <summary>What departments, inspections and meetings do to the state of a joint case; part of <see cref="CaseEvolution"/>.</summary>
internal static class Joining
{
    public static CaseState Evolve(CaseState state, CaseEvent happened) =>
        happened switch
        {
            BranchesOpened opened => state with { Stage = CaseStage.Consulting, Branches = [.. opened.Branches] },
            OpinionGiven given => Answer(state, given.Unit, new(given.Agrees, given.Opinion, false), given.IsLast),
            OpinionDefaulted absent => Answer(state, absent.Unit, new(true, null, true), absent.IsLast),
            InspectionArranged arranged => CaseEvolution.WithNumber(
                state,
                NoticeKind.InspectionCall,
                arranged.NoticeNumber
            ) with
            {
                Stage = CaseStage.Inspecting,
                Inspection = arranged,
            },
            InspectionRecorded recorded => CaseEvolution.WithNumber(
                state,
                NoticeKind.InspectionRecord,
                recorded.NoticeNumber
            ) with
            {
                Stage = CaseStage.Reviewing,
                InspectionRecord = recorded,
            },
            MeetingRecorded recorded => CaseEvolution.WithNumber(
                state,
                NoticeKind.MeetingMinutes,
                recorded.NoticeNumber
            ) with
            {
                Meeting = recorded,
            },
            _ => throw new InvalidOperationException($"No evolution for {happened.GetType().Name}."),
        };

    private static CaseState Answer(CaseState state, string unit, BranchAnswer answer, bool isLast)
    {
        var asked = state.Branches.Find(branch => branch.Unit == unit)!;
        return state with
        {
            Branches = state.Branches.Replace(asked, asked with { Answer = answer }),
            Stage = isLast ? CaseStage.Reviewing : state.Stage,
        };
    }
}
