using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Soundness.Nets;

internal sealed partial class NetBuilder
{
    private void AddGateway(Element gateway)
    {
        var entries = places.Entries(gateway);
        if (entries.Length == 0)
        {
            return;
        }

        switch (gateway)
        {
            case { Kind: ElementKind.ExclusiveGateway }:
                AddChoice(gateway, entries);
                break;
            case EventBasedGateway { Instantiates: true, IsParallel: true }:
                AddEach(gateway, entries, WaysOut.AllOf(gateway, places));
                break;
            case EventBasedGateway:
                // Each of its events may come first, so that choosing at once reaches the same states.
                AddChoice(gateway, entries);
                break;
            case { Kind: ElementKind.ParallelGateway }:
                Put(Step(gateway, entries, WaysOut.AllOf(gateway, places)));
                break;
            case { Kind: ElementKind.InclusiveGateway } when entries.Length > 1:
                Put(
                    Step(gateway, [], WaysOut.AnyOf(gateway, places)) with
                    {
                        Kind = TransitionKind.InclusiveJoin,
                        Inputs = entries,
                    }
                );
                break;
            case ComplexGateway { ActivationCondition: null } when entries.Length > 1:
                Put(Step(gateway, entries, WaysOut.AnyOf(gateway, places)));
                break;
            case ComplexGateway when entries.Length > 1:
                AddComplex(gateway, entries);
                break;
            default:
                AddEach(gateway, entries, WaysOut.AnyOf(gateway, places));
                break;
        }
    }

    private void AddChoice(Element gateway, int[] entries)
    {
        foreach (var entry in entries)
        {
            foreach (var flow in gateway.Outgoing)
            {
                Put(Step(gateway, [entry], WaysOut.To(places.Flow(flow))));
            }

            if (gateway.Outgoing.IsEmpty)
            {
                Put(Step(gateway, [entry], WaysOut.To()));
            }
        }
    }

    /// <summary>Each token passes for itself.</summary>
    private void AddEach(Element element, int[] entries, WaysOut ways)
    {
        foreach (var entry in entries)
        {
            Put(Step(element, [entry], ways));
        }
    }

    /// <summary>
    /// The activation condition may hold for any set of tokens that has come. The tokens that come later are swallowed until none
    /// can come any more; the second activation that then follows gives nothing.
    /// </summary>
    private void AddComplex(Element gateway, int[] entries)
    {
        var awaited = entries.Select(_ => places.Add(PlaceRole.Memory, null)).ToArray();
        Put(
            Step(gateway, [], WaysOut.AnyOf(gateway, places)) with
            {
                Kind = TransitionKind.ComplexStart,
                Inputs = entries,
                Awaited = awaited,
            }
        );
        for (var i = 0; i < entries.Length; i++)
        {
            Put(Step(gateway, [entries[i], awaited[i]], WaysOut.To()));
        }

        Put(
            Step(gateway, [], WaysOut.To()) with
            {
                Element = -1,
                Kind = TransitionKind.ComplexReset,
                Inputs = entries,
                Awaited = awaited,
            }
        );
    }
}
