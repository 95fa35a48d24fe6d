using System.Collections.Immutable;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Soundness.Nets;

namespace Approvals.Workflow.Soundness;

/// <summary>
/// The elements that can never run. A compensation boundary event doesn't run at all; a compensation handler runs when its activity
/// can and something that can run compensates it (BPMN §10.7).
/// </summary>
internal static class DeadElements
{
    public static ImmutableArray<string> Of(ProcessDefinition definition, ElementSet live)
    {
        var handlers = Handlers(definition, live);
        return
        [
            .. definition
                .Elements.Where(element =>
                    !live.Contains(element.Index)
                    && !handlers.Contains(element.Index)
                    && !IsInHandler(definition, element, handlers)
                    && !IsCompensation(element)
                )
                .Select(element => element.Id),
        ];
    }

    /// <summary>The handlers that can be called: activities by association, and compensation event sub-processes.</summary>
    private static HashSet<int> Handlers(ProcessDefinition definition, ElementSet live)
    {
        var handlers = new HashSet<int>();
        foreach (var element in definition.Elements)
        {
            if (element.CompensationHandler >= 0 && IsCompensated(definition, element, live))
            {
                handlers.Add(element.CompensationHandler);
            }

            if (
                element is SubProcess { Kind: ElementKind.EventSubProcess, Scope: >= 0 } listener
                && listener
                    .Content.TriggeredStarts.Select(start => definition.Elements[start])
                    .OfType<StartEvent>()
                    .Any(IsCompensation)
                && IsCompensated(definition, definition.Elements[listener.Scope], live)
            )
            {
                handlers.Add(listener.Index);
            }
        }

        return handlers;
    }

    private static bool IsCompensated(ProcessDefinition definition, Element activity, ElementSet live) =>
        live.Contains(activity.Index)
        && definition.Elements.Any(element =>
            element is ThrowEvent thrower
            && live.Contains(thrower.Index)
            && thrower.Results.Any(result => Compensates(definition, thrower, result, activity))
        );

    private static bool Compensates(
        ProcessDefinition definition,
        ThrowEvent thrower,
        EventTrigger result,
        Element activity
    )
    {
        switch (result)
        {
            case CompensationTrigger { Activity: >= 0 and var named }:
                return IsInside(definition, activity, named);
            case CompensationTrigger:
                var scope = thrower.Scope;
                if (scope >= 0 && definition.Elements[scope].Kind == ElementKind.EventSubProcess)
                {
                    scope = definition.Elements[scope].Scope;
                }

                return scope < 0 || IsInside(definition, activity, scope);
            case CancelTrigger:
                var transaction = thrower.Scope;
                while (transaction >= 0 && definition.Elements[transaction].Kind != ElementKind.Transaction)
                {
                    transaction = definition.Elements[transaction].Scope;
                }

                return transaction >= 0 && IsInside(definition, activity, transaction);
            default:
                return false;
        }
    }

    /// <summary>The element is the other one or stands in it.</summary>
    private static bool IsInside(ProcessDefinition definition, Element element, int other)
    {
        for (var index = element.Index; index >= 0; index = definition.Elements[index].Scope)
        {
            if (index == other)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsInHandler(ProcessDefinition definition, Element element, HashSet<int> handlers)
    {
        for (var scope = element.Scope; scope >= 0; scope = definition.Elements[scope].Scope)
        {
            if (handlers.Contains(scope))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCompensation(Element element) =>
        element is BoundaryEvent boundary && boundary.Triggers.Any(trigger => trigger is CompensationTrigger)
        || element is StartEvent start && start.Triggers.Any(trigger => trigger is CompensationTrigger);
}
