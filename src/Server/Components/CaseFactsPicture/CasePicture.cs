using System.Globalization;
using Approvals.Kernel.Calendar;
using Approvals.Server.Components.ProcessPicture;
using Approvals.Server.Components.Steps;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Texts;
using Approvals.Workflow.Diagram;

namespace Approvals.Server.Components.CaseFactsPicture;

/// <summary>
/// The process picture of a case and its steps for the phone, from <see cref="ProcessFacts"/>: what is done with day and person,
/// where the token is, what comes, and dashed what will not come any more.
/// </summary>
public static class CasePicture
{
    public static ProcessPictureView Of(ITexts texts, CaseFacts facts)
    {
        var captions = new StepCaptions(texts, facts);
        var steps = Shown(facts);
        var state = new DiagramState(
            texts["case.picture.title", ("process", facts.Process.ProcessName)].Plain,
            Sentence(texts, steps)
        )
        {
            Elements = facts.Process.Steps.ToDictionary(
                step => step.Key,
                step => new ElementState(step.Value.Progress, captions.Short(step.Value)),
                StringComparer.Ordinal
            ),
            TakenFlows = facts.Process.TakenFlows,
        };
        var svg = DiagramSvg.Render(
            facts.Process.Diagram,
            state,
            new DiagramOptions { TaskMarkers = false, Classes = "wide" }
        );
        return new ProcessPictureView(svg, new StepsView([.. steps.Select(step => Line(texts, captions, step))]));
    }

    /// <summary>共 5 步，第 4 步; how many there are once all are done.</summary>
    public static Text Count(ITexts texts, CaseFacts facts)
    {
        var work = Shown(facts).Where(step => step.IsActivity).ToList();
        var now = work.FindIndex(step => step.Progress == Progress.Now);
        return now < 0
            ? texts["case.picture.all-steps", ("count", work.Count)]
            : texts["case.picture.steps", ("count", work.Count), ("number", now + 1)];
    }

    /// <summary>The start and what was done in the order of time, what is being done, and what is expected in the order of the flows.</summary>
    private static List<StepFact> Shown(CaseFacts facts)
    {
        var order = ProcessSteps
            .From(facts.Process.Diagram, DiagramState.None)
            .Select(step => facts.Process.Steps.GetValueOrDefault(step.Id))
            .OfType<StepFact>()
            .ToList();
        return
        [
            .. order
                .Where(step => step.Progress is Progress.Done && (step.IsActivity || step.IsStart))
                .OrderBy(step => step.Since),
            .. order.Where(step => step.Progress is Progress.Now),
            .. order.Where(step => step.IsActivity && step.IsExpected),
        ];
    }

    private static Step Line(ITexts texts, StepCaptions captions, StepFact step) =>
        step.Progress switch
        {
            Progress.Done => new(step.Name, StepState.Done, captions.Long(step)),
            Progress.Now => new(
                texts["case.picture.here", ("step", step.Name)].Plain,
                StepState.Now,
                captions.Long(step)
            ),
            _ => new(step.Name, StepState.Todo, captions.Long(step)),
        };

    private static string Sentence(ITexts texts, List<StepFact> steps)
    {
        string Names(Progress progress) =>
            string.Join(
                texts["case.list-separator"].Plain,
                steps.Where(step => step.Progress == progress).Select(step => step.Name).Distinct()
            );
        var (done, now, todo) = (Names(Progress.Done), Names(Progress.Now), Names(Progress.Todo));
        return now.Length == 0
            ? texts["case.picture.sentence-over", ("done", done)].Plain
            : texts["case.picture.sentence", ("done", done), ("now", now), ("todo", todo)].Plain;
    }
}

/// <summary>What stands under a step: in the picture short lines, on the phone one sentence.</summary>
internal sealed class StepCaptions(ITexts texts, CaseFacts facts)
{
    public IReadOnlyList<string> Short(StepFact step)
    {
        if (step.Since is not { } since || (!step.IsActivity && !step.IsStart))
        {
            return [];
        }

        var day = since.ToOffset(CivilTime.Offset).ToString("MM-dd", CultureInfo.InvariantCulture);
        if (step.Progress == Progress.Now)
        {
            return Lines(texts["case.step.since", ("day", day)].Plain, RoundsOf(step) ?? Who(step));
        }

        if (step.Until is not { } until)
        {
            return [];
        }

        var end = until.ToOffset(CivilTime.Offset).ToString("MM-dd", CultureInfo.InvariantCulture);
        return PauseOf(step) is { } pause
            ? Lines(texts["case.step.span", ("from", day), ("to", end)].Plain, Paused(pause))
            : Lines(end, Who(step));
    }

    public string? Long(StepFact step)
    {
        if (step.Progress == Progress.Todo)
        {
            return null;
        }

        if (step.IsStart)
        {
            return texts[
                "case.step.taken",
                ("moment", texts.Moment(facts.Row.SubmittedAt).Plain),
                ("channel", texts["channel." + facts.Row.Channel].Plain)
            ].Plain;
        }

        if (step.Since is not { } since)
        {
            return null;
        }

        var from = texts.Day(CivilTime.DateOf(since)).Plain;
        if (step.Progress == Progress.Now)
        {
            return Joined(texts["case.step.since", ("day", from)].Plain, RoundsOf(step) ?? Who(step));
        }

        var to = texts.Day(CivilTime.DateOf(step.Until ?? since)).Plain;
        return PauseOf(step) is { } pause
            ? Joined(texts["case.step.span", ("from", from), ("to", to)].Plain, Paused(pause))
            : Joined(to, Who(step));
    }

    private string Paused(CasePause pause) => texts["case.step.paused", ("days", pause.WorkingDays)].Plain;

    /// <summary>2/3 for a step that several do, or that is done several times.</summary>
    private string? RoundsOf(StepFact step) =>
        step.Rounds is { Total: { } total } rounds
            ? texts["waiting.rounds-short", ("completed", rounds.Completed), ("total", total)].Plain
            : null;

    private string? Who(StepFact step) =>
        step.By is null && step.IsApplicants ? texts["case.who.applicant"].Plain
        : step.By is null && step.Progress == Progress.Now && step.IsForPerson ? facts.Unit.ShortName
        : step.By is null ? null
        : DoerWords.Of(texts, step.By);

    /// <summary>The pause that this step caused: it began with the step.</summary>
    private CasePause? PauseOf(StepFact step) =>
        facts.Clock?.Pauses.FirstOrDefault(pause =>
            pause.Reason == step.Name && step.Since is { } since && pause.From == CivilTime.DateOf(since)
        );

    private string Joined(string first, string? second) =>
        second is null ? first : first + texts["case.comma"].Plain + second;

    private static IReadOnlyList<string> Lines(string first, string? second) =>
        second is null ? [first] : [first, second];
}
