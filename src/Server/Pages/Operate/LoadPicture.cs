using Approvals.Server.Components.ProcessPicture;
using Approvals.Server.Reads.Operate;
using Approvals.Server.Texts;
using Approvals.Workflow.Diagram;

namespace Approvals.Server.Pages.Operate;

/// <summary>
/// A process with what runs in it: on every element how many tokens stand there, under it how long the one in the middle has, shaded by
/// that.
/// </summary>
internal static class LoadPicture
{
    public static ProcessPictureView Of(ITexts texts, ProcessLoad load)
    {
        // What has stood for minutes is not hot because everything else moves faster.
        var longest = load.Loads.Select(each => each.Median.TotalDays).Append(1).Max();
        var state = new DiagramState(
            texts["case.picture.title", ("process", load.Name)].Plain,
            load.Loads.Count == 0
                ? texts["operate.nobody"].Plain
                : string.Join(
                    texts["case.list-separator"].Plain,
                    load.Loads.Select(each => texts["operate.stands", ("step", each.Name), ("count", each.Count)].Plain)
                )
        )
        {
            Loads = load.Loads.ToDictionary(
                each => each.Element,
                each => new ElementLoad(
                    each.Count,
                    texts["operate.median", ("span", Spans.Of(texts, each.Median))].Plain
                )
                {
                    Heat = each.Median.TotalDays / longest,
                },
                StringComparer.Ordinal
            ),
        };
        return new(DiagramSvg.Render(load.Diagram, state, new DiagramOptions { Classes = "wide" }));
    }

    /// <summary>One instance: what is done, where it stands, what comes.</summary>
    public static ProcessPictureView Of(ITexts texts, OperateInstance instance)
    {
        var now = instance.Facts.Steps.Values.Where(step => step.Progress == Progress.Now).Select(step => step.Name);
        var state = new DiagramState(
            texts["case.picture.title", ("process", instance.ProcessName)].Plain,
            texts["operate.stands-at", ("steps", string.Join(texts["case.list-separator"].Plain, now))].Plain
        )
        {
            Elements = instance.Facts.Steps.ToDictionary(
                step => step.Key,
                step => new ElementState(step.Value.Progress, Captions(texts, step.Value.Rounds)),
                StringComparer.Ordinal
            ),
            TakenFlows = instance.Facts.TakenFlows,
        };
        return new(DiagramSvg.Render(instance.Facts.Diagram, state, new DiagramOptions { Classes = "wide" }));
    }

    private static IReadOnlyList<string> Captions(ITexts texts, Approvals.Server.Reads.Cases.RoundFact? rounds) =>
        rounds is { Total: { } total }
            ? [texts["waiting.rounds-short", ("completed", rounds.Completed), ("total", total)].Plain]
            : [];
}
