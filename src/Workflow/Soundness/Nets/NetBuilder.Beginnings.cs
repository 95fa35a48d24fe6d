using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Soundness.Nets;

internal sealed partial class NetBuilder
{
    /// <summary>
    /// One beginning for each start event, as each instance begins at one of them; elements that start for want of a start event
    /// do so together (BPMN §10.4.2).
    /// </summary>
    private List<int[]> Beginnings()
    {
        if (scope >= 0 && definition.Elements[scope] is AdHocSubProcess { Kind: ElementKind.AdHocSubProcess } adHoc)
        {
            return
            [
                [AddAdHocStart(adHoc)],
            ];
        }

        var beginnings = new List<int[]>();
        foreach (var start in content.Starts.Concat(content.TriggeredStarts))
        {
            beginnings.Add([places.At(definition.Elements[start])]);
        }

        if (!content.ImplicitStarts.IsEmpty)
        {
            beginnings.Add([.. content.ImplicitStarts.Select(index => places.At(definition.Elements[index]))]);
        }

        // Nothing starts: the scope is at its end at once.
        return beginnings.Count > 0
            ? beginnings
            :
            [
                [],
            ];
    }

    /// <summary>
    /// An ad-hoc sub-process enables what no flow leads to: everything, or what its FEEL list names. With a completion condition that
    /// cancels the rest it may end at any time (BPMN §10.3.5).
    /// </summary>
    private int AddAdHocStart(AdHocSubProcess adHoc)
    {
        var enabled = content.ImplicitStarts.Select(index => places.At(definition.Elements[index])).ToArray();
        var start = places.Add(PlaceRole.Position, null);
        var ways = adHoc.ActiveElements is null ? WaysOut.To(enabled) : new WaysOut([], enabled, -1, true);
        Put(Step(adHoc, [start], ways) with { Element = -1, Covers = ElementSet.Empty });
        if (adHoc is { CompletionCondition: not null, CancelsRemaining: true })
        {
            var open = places.Add(PlaceRole.Memory, null);
            places.Always.Add(open);
            Put(
                new()
                {
                    Element = -1,
                    Takes = [open],
                    Clears = true,
                }
            );
        }

        return start;
    }
}
