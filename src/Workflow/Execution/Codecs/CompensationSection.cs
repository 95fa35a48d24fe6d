using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Codecs;

/// <summary>What a scope can compensate and does compensate, in a snapshot.</summary>
internal static class CompensationSection
{
    /// <summary>Deeper than any model nests: the bytes are broken.</summary>
    private const int MaxDepth = 1000;

    public static void Write(StateBytes bytes, ScopeState scope)
    {
        WriteAll(bytes, scope.Completed);
        bytes.Count(scope.Compensations.Count);
        foreach (var compensation in scope.Compensations)
        {
            bytes.Signed(compensation.Key);
            bytes.Signed(compensation.Thrower);
            bytes.Flag(compensation.Cancels);
            WriteAll(bytes, compensation.Pending);
            bytes.Flag(compensation.Current is not null);
            if (compensation.Current is { } current)
            {
                Write(bytes, current);
                bytes.Signed(compensation.Handler);
            }
        }
    }

    public static void Read(ref StateCursor cursor, ScopeState scope)
    {
        scope.Remember(ReadAll(ref cursor, scope, 0));
        for (var left = cursor.Count(); left > 0; left--)
        {
            var compensation = new Compensation(
                cursor.Signed(),
                cursor.Signed(),
                cursor.Flag(),
                ReadAll(ref cursor, scope, 0)
            );
            if (cursor.Flag())
            {
                compensation.Restore(Read(ref cursor, scope, 0), cursor.Signed());
            }

            scope.Add(compensation);
        }
    }

    private static void WriteAll(StateBytes bytes, IReadOnlyList<CompletedActivity> activities)
    {
        bytes.Count(activities.Count);
        foreach (var activity in activities)
        {
            Write(bytes, activity);
        }
    }

    private static void Write(StateBytes bytes, CompletedActivity activity)
    {
        bytes.Signed(activity.Key);
        bytes.Count(activity.Element.Index);
        ScopeSection.WriteVariables(bytes, activity.Variables ?? new());
        bytes.Flag(activity.Inside is not null);
        if (activity.Inside is { } inside)
        {
            WriteAll(bytes, inside);
        }
    }

    private static List<CompletedActivity> ReadAll(ref StateCursor cursor, ScopeState scope, int depth)
    {
        var activities = new List<CompletedActivity>();
        for (var left = cursor.Count(); left > 0; left--)
        {
            activities.Add(Read(ref cursor, scope, depth));
        }

        return activities;
    }

    private static CompletedActivity Read(ref StateCursor cursor, ScopeState scope, int depth)
    {
        if (depth > MaxDepth)
        {
            throw StateCursor.Broken();
        }

        var key = cursor.Signed();
        var element = ElementSection.Element(ref cursor, scope.Definition);
        var variables = new VariableMap();
        ScopeSection.ReadVariables(ref cursor, variables);
        return new(key, element, variables, cursor.Flag() ? ReadAll(ref cursor, scope, depth + 1) : null);
    }
}
