using Approvals.Server.Components.CaseFactsPicture;
using Approvals.Server.Components.Log;
using Approvals.Server.Components.TaskStanding;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Texts;
using Approvals.Workflow.Execution.Events;
using Microsoft.AspNetCore.Html;

namespace Approvals.Server.Components.CaseFactsLog;

/// <summary>转办、委托、加签、签署、抄送、催办 in the log of a case: who, whom, why. Part of <see cref="CaseLog"/>.</summary>
internal static class TaskLog
{
    /// <summary>An applicant reads of his own urging; the rest is the house's.</summary>
    public static bool IsTold(TaskHappening happening, LogReader reader) =>
        reader == LogReader.Staff || happening is { Event: UserTaskUrged, By: Doer.Applicant };

    public static LogEntry Entry(ITexts texts, TaskHappening happening, LogReader reader)
    {
        var what = texts[
            "task-happened." + NameOf(happening.Event),
            ("step", happening.Step),
            ("people", string.Join(texts["case.enumerate"].Plain, People(texts, happening)))
        ];
        string?[] parts =
        [
            DoerWords.Of(texts, happening.By),
            reader == LogReader.Staff ? Words(texts, happening.Event) : null,
        ];
        var detail = new HtmlContentBuilder().Append(string.Join(texts["case.comma"].Plain, parts.OfType<string>()));
        return new LogEntry(happening.At, what.Plain, detail);
    }

    private static IEnumerable<string> People(ITexts texts, TaskHappening happening) =>
        happening.Group is { } group
            ? [SignerWords.OfGroup(texts, group)]
            : happening.People.Select(person => DoerWords.Of(texts, person));

    private static string NameOf(WorkflowEvent happened) =>
        happened switch
        {
            UserTaskDelegationResolved e => e.ActorId == e.Delegate ? "GivenBack" : "TakenBack",
            UserTaskSigned e => e.Agrees ? "Agreed" : "Disagreed",
            _ => happened.Kind.ToString(),
        };

    private static string? Words(ITexts texts, WorkflowEvent happened) =>
        happened switch
        {
            UserTaskHandedOver e => e.Reason,
            UserTaskDelegated e => e.Reason,
            UserTaskDelegationResolved e => e.Opinion,
            SignerAdded e => texts["signer-order." + e.Order].Plain + texts["case.comma"].Plain + e.Reason,
            SignerRemoved e => e.Reason,
            UserTaskSigned e => e.Opinion,
            UserTaskCopied e => e.Note,
            UserTaskUrged e => e.Note,
            _ => null,
        };
}
