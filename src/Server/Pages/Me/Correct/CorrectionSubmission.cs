using Approvals.Cases;
using Approvals.Cases.Commands;
using Approvals.Cases.Handling;
using Approvals.Kernel;
using Approvals.Kernel.Turns;
using Approvals.Server.Pages.Me.Apply;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Storage;
using Approvals.Workflow.Forms;

namespace Approvals.Server.Pages.Me.Correct;

/// <summary>
/// 提交补正: everything of the draft at once, judged once more, made documents and sent in one turn; the draft is gone with it.
/// </summary>
public sealed class CorrectionSubmission(Platform platform, Corrections corrections)
{
    /// <summary><c>draft.gone</c>, <c>draft.incomplete</c>, and whatever the case and its process decide.</summary>
    public TurnAnswer Run(TurnScope scope, CorrectionFacts facts)
    {
        var correction = corrections.Open(scope.Session, facts, scope.Actor.Id, scope.Now);
        if (correction.Draft is not { } draft)
        {
            return Rejection.Of("draft.gone");
        }

        var outcome = correction.Judge();
        if (!outcome.IsValid)
        {
            return Rejection.Of("draft.incomplete");
        }

        var command = new SubmitCorrection(
            DraftSubmission.MaterialsOf(scope, correction.Form, draft, outcome),
            FormOf(scope, correction, outcome)
        );
        var answer = platform.CaseTurns.SubmitCorrection(scope, facts.Row.Key, command);
        if (answer.Rejection is null)
        {
            Drafts.Remove(scope, draft.Key);
        }

        return answer;
    }

    /// <summary>The whole application with what was put right laid over it; null when only files were asked for.</summary>
    private static DocumentRef? FormOf(TurnScope scope, Correction correction, FormOutcome outcome) =>
        correction.Asked.All(field => field is FileField)
            ? null
            : DraftSubmission.AddJson(
                scope,
                correction.Form.Id + ".json",
                FormDocument.Merge(correction.Before, outcome.Document)
            );
}
