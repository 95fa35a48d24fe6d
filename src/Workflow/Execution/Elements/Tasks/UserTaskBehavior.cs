using System.Collections.Immutable;
using Approvals.Kernel.Calendar;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Elements.Events;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Execution.Elements.Tasks;

/// <summary>User task (BPMN §10.3.3.2, §13.3.3): offers the work to people and waits for one of them.</summary>
internal sealed class UserTaskBehavior : ElementBehavior
{
    private const int DefaultPriority = 50;
    private const int MaxPriority = 100;

    public override Fault? Activate(EngineStep step, ElementInstance instance)
    {
        var task = (UserTask)instance.Element;
        ImmutableArray<string> groups = [],
            users = [];
        DateTimeOffset? due = null,
            followUp = null;
        var priority = DefaultPriority;
        var fault =
            Evaluation.Text(step, task.Assignee, instance, "The assignee", out var assignee)
            ?? Names(step, task.CandidateGroups, instance, ref groups)
            ?? Names(step, task.CandidateUsers, instance, ref users)
            ?? End(step, task.DueDate, instance, ref due)
            ?? End(step, task.FollowUpDate, instance, ref followUp)
            ?? Evaluation.Integer(step, task.Priority, instance, "The priority", MaxPriority, ref priority);
        if (fault is not null)
        {
            return fault;
        }

        step.Emit(
            new UserTaskCreated(
                step.State.NextKey,
                instance.Key,
                task.Id,
                string.IsNullOrEmpty(assignee) ? null : assignee,
                groups,
                users,
                due,
                followUp,
                priority,
                task.FormId,
                task.FormKey
            )
        );
        return null;
    }

    private static Fault? Names(EngineStep step, ModelList? source, IFeelScope scope, ref ImmutableArray<string> names)
    {
        if (source is null)
        {
            return null;
        }

        if (source.Expression is not { } expression)
        {
            names = source.Items;
            return null;
        }

        if (Evaluation.Evaluate(step, expression, scope, out var value) is { } fault)
        {
            return fault;
        }

        if (value.Kind == FeelKind.String)
        {
            names =
            [
                .. value.AsString().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            ];
            return null;
        }

        if (value.Kind == FeelKind.List && value.AsList().All(item => item.Kind == FeelKind.String))
        {
            names = [.. value.AsList().Select(item => item.AsString())];
            return null;
        }

        return value.IsNull
            ? null
            : Fault.Value($"The candidates '{expression.Text}' are {value}, not a list of texts.");
    }

    /// <summary>A due date without a time of day ends with that day, at 24:00 Asia/Shanghai.</summary>
    private static Fault? End(EngineStep step, ModelValue? source, IFeelScope scope, ref DateTimeOffset? end)
    {
        if (source is null)
        {
            return null;
        }

        if (Evaluation.Evaluate(step, source, scope, out var value) is { } fault)
        {
            return fault;
        }

        if (value.IsNull)
        {
            return null;
        }

        end = value switch
        {
            { Kind: FeelKind.Date } => Timers.CivilDay(value) is { } day ? CivilTime.EndOf(day) : null,
            { Kind: FeelKind.String } when DateOnly.TryParseExact(value.AsString(), "yyyy-MM-dd", out var day) =>
                CivilTime.EndOf(day),
            _ => Timers.Moment(value),
        };
        return end is null ? Fault.Value($"The date {value} of the task is no date or date and time.") : null;
    }
}
