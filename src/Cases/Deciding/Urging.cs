using Approvals.Cases.Commands;
using Approvals.Cases.Events;

namespace Approvals.Cases.Deciding;

/// <summary>催办的答复: it moves nothing, and stays in the record. Who has the urged step is known to the process.</summary>
internal static class Urging
{
    public static Decision Decide(CaseState state, AnswerUrge command, CaseContext context)
    {
        var rejection =
            (state.Stage.IsOver() ? Guard.WrongStage(state) : null)
            ?? Guard.Text(command.Text, "case.urge-answer-missing");
        return rejection is null ? new UrgeAnswered(context.Now, context.Actor.Id, command.Text.Trim()) : rejection;
    }
}
