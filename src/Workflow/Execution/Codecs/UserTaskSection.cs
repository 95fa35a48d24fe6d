using System.Collections.Immutable;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Codecs;

/// <summary>A user task in a snapshot, and the completers that withdrawals ask about.</summary>
internal static class UserTaskSection
{
    public static void Write(StateBytes bytes, ProcessInstanceState state, UserTaskState task)
    {
        WriteTexts(bytes, task.CandidateGroups);
        WriteTexts(bytes, task.CandidateUsers);
        bytes.OptionalText(task.Assignee);
        bytes.OptionalText(task.DelegatedBy);
        bytes.Count(task.Signers.Length);
        foreach (var signer in task.Signers)
        {
            bytes.Signed(signer.Key - state.InstanceKey);
            bytes.Count((int)signer.Order);
            bytes.OptionalText(signer.UserId);
            bytes.OptionalText(signer.Group);
            bytes.Text(signer.AddedBy);
            bytes.OptionalText(signer.SignedBy);
            bytes.Flag(signer.Agrees);
        }

        WriteSubmission(bytes, task.Submission);
        WriteTexts(bytes, task.Copies);
        bytes.Count(task.Urgings.Length);
        foreach (var urging in task.Urgings)
        {
            bytes.Text(urging.ActorId);
            bytes.Day(urging.Day);
        }
    }

    public static UserTaskState Read(
        ref StateCursor cursor,
        ProcessInstanceState state,
        long key,
        ElementInstance owner
    )
    {
        var groups = ReadTexts(ref cursor);
        var users = ReadTexts(ref cursor);
        var task = new UserTaskState(key, owner, groups, users, cursor.OptionalText())
        {
            DelegatedBy = cursor.OptionalText(),
        };
        var signers = ImmutableArray.CreateBuilder<SignerState>();
        for (var left = cursor.Count(); left > 0; left--)
        {
            signers.Add(
                new(
                    cursor.Signed() + state.InstanceKey,
                    (SignerOrder)cursor.Integer(),
                    cursor.OptionalText(),
                    cursor.OptionalText(),
                    cursor.Text()
                )
                {
                    SignedBy = cursor.OptionalText(),
                    Agrees = cursor.Flag(),
                }
            );
        }

        task.Signers = signers.DrainToImmutable();
        task.Submission = ReadSubmission(ref cursor);
        task.Copies = ReadTexts(ref cursor);
        var urgings = ImmutableArray.CreateBuilder<TaskUrging>();
        for (var left = cursor.Count(); left > 0; left--)
        {
            urgings.Add(new(cursor.Text(), cursor.Day()));
        }

        task.Urgings = urgings.DrainToImmutable();
        return task;
    }

    public static void WriteCompleters(StateBytes bytes, ProcessInstanceState state)
    {
        WriteCompleters(bytes, state, state.Root);
        foreach (var instance in state.Elements.Items)
        {
            if (instance.Inner is { } inner)
            {
                WriteCompleters(bytes, state, inner);
            }
        }

        bytes.Flag(false);
    }

    public static void ReadCompleters(ref StateCursor cursor, ProcessInstanceState state)
    {
        while (cursor.Flag())
        {
            var scope = Apply.Scope(state, cursor.Signed() + state.InstanceKey);
            for (var left = cursor.Count(); left > 0; left--)
            {
                scope.SetCompleter(ElementSection.Element(ref cursor, scope.Definition).Index, cursor.Text());
            }
        }
    }

    private static void WriteCompleters(StateBytes bytes, ProcessInstanceState state, ScopeState scope)
    {
        if (scope.Completers is not { } completers)
        {
            return;
        }

        bytes.Flag(true);
        bytes.Signed(scope.Key - state.InstanceKey);
        bytes.Count(completers.Count);
        foreach (var completer in completers)
        {
            bytes.Count(completer.Element);
            bytes.Text(completer.ActorId);
        }
    }

    private static void WriteSubmission(StateBytes bytes, TaskSubmission? submission)
    {
        bytes.Flag(submission is not null);
        if (submission is null)
        {
            return;
        }

        bytes.Text(submission.ActorId);
        bytes.OptionalText(submission.Outcome);
        bytes.Count(submission.Variables.Length);
        foreach (var variable in submission.Variables)
        {
            bytes.Text(variable.Name);
            bytes.Value(variable.Value);
        }
    }

    private static TaskSubmission? ReadSubmission(ref StateCursor cursor)
    {
        if (!cursor.Flag())
        {
            return null;
        }

        var actor = cursor.Text();
        var outcome = cursor.OptionalText();
        var variables = ImmutableArray.CreateBuilder<Variable>();
        for (var left = cursor.Count(); left > 0; left--)
        {
            variables.Add(new(cursor.Text(), cursor.Value()));
        }

        return new(actor, outcome, variables.DrainToImmutable());
    }

    private static void WriteTexts(StateBytes bytes, ImmutableArray<string> texts)
    {
        bytes.Count(texts.Length);
        foreach (var text in texts)
        {
            bytes.Text(text);
        }
    }

    private static ImmutableArray<string> ReadTexts(ref StateCursor cursor)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        for (var left = cursor.Count(); left > 0; left--)
        {
            texts.Add(cursor.Text());
        }

        return texts.DrainToImmutable();
    }
}
