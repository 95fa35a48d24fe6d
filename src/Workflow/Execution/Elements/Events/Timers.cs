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

        var repeats = element is { Repeats: true, IsParallelMultiple: false };
        subscription = Schedule(trigger.Form, value, step.Now) is { } schedule
            ? new TimerSubscription(
                element.Id,
                schedule.Due,
                repeats ? schedule.Repetitions : 1,
                repeats ? schedule.Interval : null
            )
            : null;
        return subscription is null
            ? Fault.Value(
                $"The timer of '{element.Id}' can't be set from {value}: it is no {trigger.Form} within the calendar."
            )
            : null;
    }

    /// <summary>The next firing of a repeating timer that has just fired. Without an end, what was missed is skipped.</summary>
    public static TimerScheduled? Next(EngineStep step, TimerState timer)
    {
        return Next(new(timer.Due, timer.Repetitions, timer.Interval), step.Now) is { } next
            ? new(step.State.NextKey, timer.Owner.Key, timer.Target.Id, next.Due, next.Repetitions, next.Interval)
            : null;
    }

    /// <summary>The firing after this one, or null. Without an end, what was missed by <paramref name="now"/> is skipped.</summary>
    public static TimerSchedule? Next(TimerSchedule fired, DateTimeOffset now)
    {
        if (fired.Interval is null || fired.Repetitions == 1 || !IsoDuration.TryParse(fired.Interval, out var interval))
        {
            return null;
        }

        var due = fired.Repetitions < 0 ? interval.FirstAfter(fired.Due, now) : interval.AddTo(fired.Due);
        var left = fired.Repetitions < 0 ? -1 : fired.Repetitions - 1;
        return due is { } next ? new(Instants.Truncate(next), left, fired.Interval) : null;
    }

    /// <summary>The first firing of a timer with this value, set at <paramref name="now"/>; null when it is none within the calendar.</summary>
    public static TimerSchedule? Schedule(TimerForm form, FeelValue value, DateTimeOffset now) =>
        form switch
        {
            TimerForm.Date => Moment(value) is { } due ? new(due, 1, null) : null,
            TimerForm.Duration => Duration(value)?.AddTo(now) is { } due ? new(Instants.Truncate(due), 1, null) : null,
            _ => Cycle(value, now),
        };

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

    private static TimerSchedule? Cycle(FeelValue value, DateTimeOffset now)
    {
        if (value.Kind != FeelKind.String || !TimerText.TryCycle(value.AsString(), out var cycle))
        {
            return null;
        }

        return (cycle.Start ?? cycle.Interval.AddTo(now)) is { } first
            ? new(Instants.Truncate(first), cycle.Repetitions, cycle.IntervalText)
            : null;
    }
}

/// <summary>A firing of a timer: when, how many from then on with it (-1 without end), and how far apart (null: only this one).</summary>
internal readonly record struct TimerSchedule(DateTimeOffset Due, int Repetitions, string? Interval);
