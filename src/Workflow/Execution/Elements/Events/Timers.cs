using Approvals.Kernel.Calendar;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Execution.Elements.Events;

/// <summary>
/// Timer triggers (BPMN §10.5.5). A FEEL date is its first instant, a time without offset one of Asia/Shanghai. A cycle repeats
/// on a non-interrupting boundary event; elsewhere its first firing is the only one.
/// </summary>
internal static class Timers
{
    public static Fault? Prepare(
        EngineStep step,
        IFeelScope scope,
        CatchEvent element,
        TimerTrigger trigger,
        out Subscription? subscription
    )
    {
        subscription = null;
        if (Evaluation.Evaluate(step, trigger.Value, scope, out var value) is { } fault)
        {
            return fault;
        }

        subscription = trigger.Form switch
        {
            TimerForm.Date => Moment(value) is { } due ? new TimerSubscription(element.Id, due, 1, null) : null,
            TimerForm.Duration => Duration(value)?.AddTo(step.Now) is { } due
                ? new TimerSubscription(element.Id, Instants.Truncate(due), 1, null)
                : null,
            _ => Cycle(step, element, value),
        };
        return subscription is null
            ? Fault.Value(
                $"The timer of '{element.Id}' can't be set from {value}: it is no {trigger.Form} within the calendar."
            )
            : null;
    }

    /// <summary>The next firing of a repeating timer that has just fired. Without an end, what was missed is skipped.</summary>
    public static TimerScheduled? Next(EngineStep step, TimerState timer)
    {
        if (timer.Interval is null || timer.Repetitions == 1 || !IsoDuration.TryParse(timer.Interval, out var interval))
        {
            return null;
        }

        var due = timer.Repetitions < 0 ? interval.FirstAfter(timer.Due, step.Now) : interval.AddTo(timer.Due);
        var left = timer.Repetitions < 0 ? -1 : timer.Repetitions - 1;
        return due is { } next
            ? new(step.State.NextKey, timer.Owner.Key, timer.Target.Id, Instants.Truncate(next), left, timer.Interval)
            : null;
    }

    /// <summary>The instant that a value names, or null.</summary>
    public static DateTimeOffset? Moment(FeelValue value)
    {
        switch (value.Kind)
        {
            case FeelKind.DateTime:
                return value.AsDateTime().TryGetDateTimeOffset(CivilTime.Offset, out var moment)
                    ? Instants.Truncate(moment)
                    : null;
            case FeelKind.Date:
                return CivilDay(value) is { } day ? CivilTime.StartOf(day) : null;
            case FeelKind.String:
                return TimerText.TryMoment(value.AsString(), out var read) ? Instants.Truncate(read) : null;
            default:
                return null;
        }
    }

    /// <summary>The .NET date of a FEEL date, or null outside the years 1–9999.</summary>
    public static DateOnly? CivilDay(FeelValue value)
    {
        var number = value.AsDate().EpochDay + DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;
        return number >= 0 && number < DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)number) : null;
    }

    private static IsoDuration? Duration(FeelValue value)
    {
        switch (value.Kind)
        {
            case FeelKind.DaysTimeDuration:
                var ticks = value.AsDaysTimeDuration().Nanos / 100;
                return ticks >= long.MinValue && ticks <= long.MaxValue
                    ? new(0, TimeSpan.FromTicks((long)ticks))
                    : null;
            case FeelKind.YearsMonthsDuration:
                var months = value.AsYearsMonthsDuration().Months;
                return Math.Abs(months) <= 120_000 ? new((int)months, TimeSpan.Zero) : null;
            case FeelKind.String:
                return IsoDuration.TryParse(value.AsString(), out var read) ? read : null;
            default:
                return null;
        }
    }

    private static TimerSubscription? Cycle(EngineStep step, CatchEvent element, FeelValue value)
    {
        if (value.Kind != FeelKind.String || !TimerText.TryCycle(value.AsString(), out var cycle))
        {
            return null;
        }

        if ((cycle.Start ?? cycle.Interval.AddTo(step.Now)) is not { } first)
        {
            return null;
        }

        return element is BoundaryEvent { IsInterrupting: false, IsParallelMultiple: false }
            ? new(element.Id, Instants.Truncate(first), cycle.Repetitions, cycle.IntervalText)
            : new(element.Id, Instants.Truncate(first), 1, null);
    }
}
