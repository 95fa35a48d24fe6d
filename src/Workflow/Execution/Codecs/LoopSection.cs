using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Execution.Codecs;

/// <summary>How the rounds of a body stand, in a snapshot. Items of rounds that have begun are not needed any more.</summary>
internal static class LoopSection
{
    public static void Write(StateBytes bytes, LoopState loop)
    {
        bytes.Signed(loop.Total);
        bytes.Flag(loop.IsParallel);
        bytes.Flag(loop.IsEnding);
        bytes.Count(loop.Started);
        bytes.Count(loop.Completed);
        bytes.Flag(loop.Items is not null);
        if (loop.Items is { } items)
        {
            bytes.Count(items.Count - loop.Started);
            for (var i = loop.Started; i < items.Count; i++)
            {
                bytes.Value(items[i]);
            }
        }

        bytes.Count(loop.Results.Count);
        foreach (var result in loop.Results)
        {
            bytes.Value(result);
        }
    }

    public static LoopState Read(ref StateCursor cursor)
    {
        var loop = new LoopState
        {
            Total = (int)cursor.Signed(),
            IsParallel = cursor.Flag(),
            IsEnding = cursor.Flag(),
            Started = cursor.Integer(),
            Completed = cursor.Integer(),
        };
        if (cursor.Flag())
        {
            var left = cursor.Count();
            var items = new FeelValue[loop.Started <= LoopState.MaxRounds ? loop.Started + left : 0];
            for (var i = loop.Started; i < items.Length; i++)
            {
                items[i] = cursor.Value();
            }

            loop.Items = items;
        }

        for (var results = cursor.Count(); results > 0; results--)
        {
            loop.Keep(0, cursor.Value());
        }

        return loop;
    }
}
