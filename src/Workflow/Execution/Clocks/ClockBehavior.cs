using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Execution.Clocks;

/// <summary>What elements and flows do to the clocks of their process.</summary>
internal static class ClockBehavior
{
    private const int MaxLimit = 10_000;

    /// <summary>The clocks that the element touches; a called process and the rounds of a body touch none.</summary>
    public static ClockLinks? LinksOf(Element element, ScopeState scope) =>
        element.Clocks is { } clocks && scope is { DefinitionKey: 0, Loop: null } ? clocks : null;

    public static ClockLinks? LinksOf(SequenceFlow flow, ScopeState scope) =>
        flow.Clocks is { } clocks && scope.DefinitionKey == 0 ? clocks : null;

    /// <summary>
    /// The limits of all clocks that start with this completion and these flows, before anything has happened, so that a limit
    /// that can't be computed is an incident of the element.
    /// </summary>
    public static Fault? EvaluateLimits(
        EngineStep step,
        ElementInstance instance,
        List<int> flows,
        out ClockLimits limits
    )
    {
        limits = default;
        var scope = instance.Scope;
        if (step.Definition.Clocks.IsEmpty || scope.DefinitionKey != 0)
        {
            return null;
        }

        var found = new List<ClockLimit>();
        var fault = Evaluate(step, instance, LinksOf(instance.Element, scope), found);
        for (var i = 0; i < flows.Count && fault is null; i++)
        {
            fault = Evaluate(step, instance, LinksOf(scope.Definition.Flows[flows[i]], scope), found);
        }

        limits = new(found);
        return fault;
    }

    /// <summary>An element completed or a flow was taken: clocks stop, clocks start, clocks are extended.</summary>
    public static void Pass(EngineStep step, ClockLinks links, ClockLimits limits)
    {
        foreach (var clock in links.Stops)
        {
            Stop(step, clock);
        }

        foreach (var clock in links.Starts)
        {
            if (CanStart(step.State, clock))
            {
                Start(step, limits.Of(clock));
            }
        }

        foreach (var clock in links.Extends)
        {
            Extend(step, clock, limits);
        }
    }

    /// <summary>A pausing element was entered.</summary>
    public static void Pause(EngineStep step, ClockLinks links)
    {
        foreach (var index in links.Pauses)
        {
            if (step.State.Clocks[index] is { Status: ClockStatus.Running } clock)
            {
                step.Emit(new ClockPaused(clock.Id, step.Today));
            }
        }
    }

    /// <summary>A pausing element ended: the clock runs again when it was the last one.</summary>
    public static void Resume(EngineStep step, ClockLinks links)
    {
        foreach (var index in links.Pauses)
        {
            if (step.State.Clocks[index] is { Status: ClockStatus.Paused } clock && !IsHeld(step.State, index))
            {
                var last = clock.Pauses[^1] with { Through = step.Today };
                var dates = Dates(step, clock, [.. clock.Pauses.SkipLast(1), last]);
                step.Emit(new ClockResumed(clock.Id, step.Today, dates));
            }
        }
    }

    public static void StopAll(EngineStep step)
    {
        for (var i = 0; i < step.State.Clocks.Length; i++)
        {
            Stop(step, i);
        }
    }

    public static ClockDates Dates(EngineStep step, ClockState clock, IReadOnlyList<ClockPause> pauses) =>
        ClockCalculation.Dates(step.Context.Calendar, clock.StartDay, clock.LimitDays, clock.RemindBefore, pauses);

    private static Fault? Evaluate(EngineStep step, ElementInstance instance, ClockLinks? links, List<ClockLimit> found)
    {
        foreach (var index in links?.Starts ?? [])
        {
            var definition = step.Definition.Clocks[index];
            if (Evaluation.Evaluate(step, definition.Limit, instance, out var value) is { } fault)
            {
                return fault;
            }

            if (!value.TryGetInt64(out var days) || days is < 1 or > MaxLimit)
            {
                return Fault.Value(
                    $"The limit of the clock '{definition.Id}' is {value}, not a number of working days from 1 to {MaxLimit}."
                );
            }

            if (EvaluateStartDay(step, definition, instance, out var startDay) is { } late)
            {
                return late;
            }

            if (EarlierClock.Pauses(step, definition, instance, out var pauses) is { } wrong)
            {
                return wrong;
            }

            found.Add(new(index, (int)days, startDay, pauses, IsExtension: false));
        }

        return EvaluateExtensions(step, instance, links, found);
    }

    private static Fault? EvaluateExtensions(
        EngineStep step,
        ElementInstance instance,
        ClockLinks? links,
        List<ClockLimit> found
    )
    {
        foreach (var index in links?.Extends ?? [])
        {
            var definition = step.Definition.Clocks[index];
            if (Evaluation.Evaluate(step, definition.ExtendBy!, instance, out var value) is { } fault)
            {
                return fault;
            }

            if (!value.TryGetInt64(out var days) || days is < 1 or > MaxLimit)
            {
                return Fault.Value(
                    $"The clock '{definition.Id}' is extended by {value}, not a number of working days from 1 to {MaxLimit}."
                );
            }

            found.Add(new(index, (int)days, null, [], IsExtension: true));
        }

        return null;
    }

    private static Fault? EvaluateStartDay(
        EngineStep step,
        ClockDefinition definition,
        ElementInstance instance,
        out DateOnly? startDay
    )
    {
        startDay = null;
        if (definition.StartDay is not { } expression)
        {
            return null;
        }

        if (Evaluation.Evaluate(step, expression, instance, out var value) is { } fault)
        {
            return fault;
        }

        if (value.IsNull)
        {
            return null;
        }

        if (EarlierClock.Day(value) is { } day && day <= step.Today)
        {
            startDay = day;
            return null;
        }

        return Fault.Value($"The start day of the clock '{definition.Id}' is {value}, not a date up to today.");
    }

    /// <summary>A clock that runs is not started again; one that has stopped begins anew.</summary>
    private static bool CanStart(ProcessInstanceState state, int clock) =>
        state.Clocks[clock] is null or { Status: ClockStatus.Stopped };

    private static void Start(EngineStep step, ClockLimit limit)
    {
        var definition = step.Definition.Clocks[limit.Clock];
        var from = limit.StartDay ?? step.Today;
        var dates = ClockCalculation.Dates(step.Context.Calendar, from, limit.Days, definition.RemindBefore, []);
        step.Emit(new ClockStarted(definition.Id, from, limit.Days, definition.RemindBefore, dates));
        EarlierClock.TakeOver(step, limit);
        if (IsHeld(step.State, limit.Clock))
        {
            step.Emit(new ClockPaused(definition.Id, step.Today));
        }
    }

    /// <summary>A clock that has not started, or has stopped, has no limit that could grow.</summary>
    private static void Extend(EngineStep step, int index, ClockLimits limits)
    {
        if (step.State.Clocks[index] is not { Status: not ClockStatus.Stopped } clock)
        {
            return;
        }

        var days = clock.LimitDays + limits.Of(index, isExtension: true).Days;
        // An open pause counts when it ends; until then the dates are those without it.
        var ended = clock.Pauses.Where(pause => pause.Through is not null).ToList();
        var dates = ClockCalculation.Dates(step.Context.Calendar, clock.StartDay, days, clock.RemindBefore, ended);
        step.Emit(new ClockExtended(clock.Id, days, dates));
    }

    private static void Stop(EngineStep step, int index)
    {
        if (step.State.Clocks[index] is { Status: not ClockStatus.Stopped } clock)
        {
            step.Emit(new ClockStopped(clock.Id, step.Today));
        }
    }

    private static bool IsHeld(ProcessInstanceState state, int clock)
    {
        foreach (var instance in state.Elements.Items)
        {
            if (LinksOf(instance.Element, instance.Scope) is { } links && links.Pauses.Contains(clock))
            {
                return true;
            }
        }

        return false;
    }
}
