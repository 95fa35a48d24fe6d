using System.Collections;
using System.Globalization;
using System.Reflection;
using Approvals.Kernel.Calendar;
using Approvals.Workflow.Execution.Clocks;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Tests.Execution;

/// <summary>One event as one line: its name, then its fields; keys count from the instance's, empty fields are left out.</summary>
internal static class EventText
{
    public static string Of(WorkflowEvent workflowEvent, long instanceKey)
    {
        var words = new List<string> { workflowEvent.Kind.ToString() };
        foreach (var property in workflowEvent.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.Name != nameof(WorkflowEvent.Kind) && Text(property, workflowEvent, instanceKey) is { } text)
            {
                words.Add(text);
            }
        }

        return string.Join(' ', words);
    }

    private static string? Text(PropertyInfo property, WorkflowEvent workflowEvent, long instanceKey)
    {
        var name = char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
        return property.GetValue(workflowEvent) switch
        {
            null => null,
            0L when property.Name == "Thrower" => null,
            long key when property.Name is "Thrower" or "Activity" => $"{name}=#{key - instanceKey}",
            long key when property.Name == "DefinitionKey" => $"definition={key}",
            long key when property.Name == "ScopeKey" && key == instanceKey => null,
            long key when property.Name == "ScopeKey" => $"in=#{key - instanceKey}",
            long key when property.Name == "ElementInstanceKey" => $"of=#{key - instanceKey}",
            long key when property.Name == "InstanceKey" => null,
            long key when property.Name == "TaskKey" => $"task=#{key - instanceKey}",
            long key => $"#{key - instanceKey}",
            string text when property.Name == "ElementId" => text,
            DateTimeOffset instant => $"{name}={Instant(instant)}",
            DateOnly day => $"{name}={Day(day)}",
            false => null,
            true => name,
            ClockDates d =>
                $"due={Day(d.DueDay)} reminder={(d.ReminderDay is { } r ? Day(r) : "-")}{(d.IsProvisional ? " provisional" : "")}",
            IEnumerable list and not string => List(name, list),
            var value => $"{name}={Convert.ToString(value, CultureInfo.InvariantCulture)}",
        };
    }

    private static string? List(string name, IEnumerable list)
    {
        var items = list.Cast<object>()
            .Select(item => item is Variable variable ? $"{variable.Name}: {variable.Value}" : item.ToString())
            .ToList();
        return items.Count == 0 ? null : $"{name}=[{string.Join(", ", items)}]";
    }

    private static string Instant(DateTimeOffset instant) =>
        instant.ToOffset(CivilTime.Offset).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
