using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Soundness.Nets;

/// <summary>Which flows an element may take when it is done; conditions are free choices.</summary>
internal sealed record WaysOut(int[] Gives, int[] Free, int IfNone, bool MayChooseNone)
{
    public static WaysOut To(params int[] places) => new(places, [], -1, false);

    /// <summary>
    /// Of an activity or event (BPMN §13.3.1): every flow without a condition, any of those with one, the default flow when none
    /// of these holds.
    /// </summary>
    public static WaysOut Of(Element element, ProcessDefinition definition, NetPlaces places)
    {
        var conditional = element
            .Outgoing.Where(i => i != element.DefaultFlow && IsConditional(definition, i))
            .ToList();
        if (conditional.Count == 0 && element.Outgoing is [var only] && only == element.DefaultFlow)
        {
            return To(places.Flow(only));
        }

        var always = element.Outgoing.Where(i => i != element.DefaultFlow && !conditional.Contains(i));
        var gives = always.Select(places.Flow).ToArray();
        var hasDefault = element.DefaultFlow >= 0 && element.Outgoing.Contains(element.DefaultFlow);
        var ifNone = hasDefault ? places.Flow(element.DefaultFlow) : -1;
        return conditional.Count == 0
            ? To(ifNone >= 0 ? [.. gives, ifNone] : gives)
            : new(gives, [.. conditional.Select(places.Flow)], ifNone, gives.Length > 0);
    }

    /// <summary>Of an inclusive or complex gateway: any set that isn't empty, the default flow like the others.</summary>
    public static WaysOut AnyOf(Element gateway, NetPlaces places) =>
        gateway.Outgoing.Length < 2
            ? AllOf(gateway, places)
            : new([], [.. gateway.Outgoing.Select(places.Flow)], -1, false);

    public static WaysOut AllOf(Element element, NetPlaces places) => To([.. element.Outgoing.Select(places.Flow)]);

    private static bool IsConditional(ProcessDefinition definition, int flow) =>
        definition.Flows[flow].Condition is not null;
}
