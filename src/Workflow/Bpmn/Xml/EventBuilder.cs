using System.Collections.Immutable;
using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Bpmn.Xml;

/// <summary>Makes the events (BPMN §10.5) of a process.</summary>
internal sealed class EventBuilder(ProcessIndex index, TriggerBuilder triggers, TaskBuilder tasks)
{
    public Element Start(BpmnNode node, Func<ElementKind, Element> plain)
    {
        var definitions = triggers.OfEvent(node);
        return definitions.IsEmpty
            ? plain(ElementKind.NoneStartEvent)
            : new StartEvent(
                plain(ElementKind.TriggeredStartEvent),
                definitions,
                node.Is("isInterrupting", byDefault: true)
            )
            {
                IsParallelMultiple = node.Is("parallelMultiple"),
            };
    }

    public Element Catch(BpmnNode node, Func<ElementKind, Element> plain)
    {
        var definitions = triggers.OfEvent(node);
        return definitions.Any(each => each is LinkTrigger)
            ? new CatchEvent(plain(ElementKind.LinkCatchEvent), definitions)
            : new CatchEvent(plain(ElementKind.CatchEvent), definitions)
            {
                IsParallelMultiple = node.Is("parallelMultiple"),
            };
    }

    public BoundaryEvent Boundary(BpmnNode node, int position, Func<ElementKind, Element> plain) =>
        new(
            plain(ElementKind.BoundaryEvent),
            triggers.OfEvent(node),
            index.IndexOf(node["attachedToRef"]),
            node.Is("cancelActivity", byDefault: true)
        )
        {
            IsParallelMultiple = node.Is("parallelMultiple"),
            Handler = index.HandlerOf(position),
        };

    public Element Throw(BpmnNode node, int position, Func<ElementKind, Element> plain)
    {
        var results = triggers.OfEvent(node);
        if (results.IsEmpty)
        {
            return plain(ElementKind.NoneThrowEvent);
        }

        if (results.OfType<LinkTrigger>().FirstOrDefault() is { } link)
        {
            return new ThrowEvent(plain(ElementKind.LinkThrowEvent), results)
            {
                LinkTarget = LinkTarget(node, position, link),
            };
        }

        return new ThrowEvent(plain(ElementKind.ResultThrowEvent), results) { Job = tasks.OptionalJob(node) };
    }

    public Element End(BpmnNode node, Func<ElementKind, Element> plain)
    {
        var results = triggers.OfEvent(node);
        if (results.IsEmpty)
        {
            return plain(ElementKind.NoneEndEvent);
        }

        if (results is [TerminateTrigger])
        {
            return plain(ElementKind.TerminateEndEvent);
        }

        // What ends everything comes after the other results, wherever it stands.
        return new ThrowEvent(
            plain(ElementKind.ResultEndEvent),
            [.. results.OrderBy(result => result is TerminateTrigger)]
        )
        {
            Job = tasks.OptionalJob(node),
        };
    }

    /// <summary>The link catch event of the same name, else the one whose definition the link names as its target.</summary>
    private int LinkTarget(BpmnNode node, int position, LinkTrigger link)
    {
        var target = node.Bpmn("linkEventDefinition")?.Bpmn("target")?.Text.Trim();
        var byReference = -1;
        foreach (var other in index.Inside(index.ScopeOf(position)))
        {
            if (!index.Nodes[other].IsBpmn("intermediateCatchEvent"))
            {
                continue;
            }

            if (triggers.OfEvent(index.Nodes[other]).OfType<LinkTrigger>().Any(caught => caught.Name == link.Name))
            {
                return other;
            }

            if (target is not null && index.Nodes[other].Bpmn("linkEventDefinition")?.Id == target)
            {
                byReference = other;
            }
        }

        return byReference;
    }
}
