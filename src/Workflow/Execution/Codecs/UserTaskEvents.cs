using System.Text.Json;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Codecs;

/// <summary>What people do with their tasks, as the journal stores it; part of <see cref="EventWriter"/> and <see cref="EventReader"/>.</summary>
internal static class UserTaskEvents
{
    private static readonly JsonEncodedText Agrees = JsonEncodedText.Encode("agrees");
    private static readonly JsonEncodedText Delegate = JsonEncodedText.Encode("delegate");
    private static readonly JsonEncodedText Group = JsonEncodedText.Encode("group");
    private static readonly JsonEncodedText Note = JsonEncodedText.Encode("note");
    private static readonly JsonEncodedText Opinion = JsonEncodedText.Encode("opinion");
    private static readonly JsonEncodedText Order = JsonEncodedText.Encode("order");
    private static readonly JsonEncodedText Recipients = JsonEncodedText.Encode("recipients");
    private static readonly JsonEncodedText Target = JsonEncodedText.Encode("target");
    private static readonly JsonEncodedText Task = JsonEncodedText.Encode("task");
    private static readonly JsonEncodedText To = JsonEncodedText.Encode("to");
    private static readonly JsonEncodedText User = JsonEncodedText.Encode("user");

    public static void Write(EventJson json, WorkflowEvent workflowEvent)
    {
        switch (workflowEvent)
        {
            case UserTaskHandedOver e:
                Begin(json, "userTaskHandedOver", e.Key, e.ActorId);
                json.Text(To, e.To);
                json.Text(EventNames.Reason, e.Reason);
                break;
            case UserTaskDelegated e:
                Begin(json, "userTaskDelegated", e.Key, e.ActorId);
                json.Text(To, e.To);
                json.Text(EventNames.Reason, e.Reason);
                break;
            case UserTaskDelegationResolved e:
                Begin(json, "userTaskDelegationResolved", e.Key, e.ActorId);
                json.Text(Delegate, e.Delegate);
                json.Text(Opinion, e.Opinion);
                break;
            case SignerAdded e:
                Begin(json, "signerAdded", e.Key, e.ActorId);
                json.Number(Task, e.TaskKey);
                json.Text(Order, NameOf(e.Order));
                json.Text(User, e.UserId);
                json.Text(Group, e.Group);
                json.Text(EventNames.Reason, e.Reason);
                break;
            case SignerRemoved e:
                Begin(json, "signerRemoved", e.Key, e.ActorId);
                json.Number(Task, e.TaskKey);
                json.Text(User, e.UserId);
                json.Text(Group, e.Group);
                json.Text(EventNames.Reason, e.Reason);
                break;
            case UserTaskSigned e:
                Begin(json, "userTaskSigned", e.Key, e.ActorId);
                json.Number(Task, e.TaskKey);
                json.Flag(Agrees, e.Agrees);
                json.Text(Opinion, e.Opinion);
                break;
            case UserTaskSubmitted e:
                Begin(json, "userTaskSubmitted", e.Key, e.ActorId);
                json.Text(EventNames.Outcome, e.Outcome);
                json.Variables(EventNames.Variables, e.Variables);
                break;
            case UserTaskReopened e:
                json.Type("userTaskReopened");
                json.Number(EventNames.Key, e.Key);
                break;
            case UserTaskReturned e:
                Begin(json, "userTaskReturned", e.Key, e.ActorId);
                json.Text(EventNames.Element, e.ElementId);
                json.Text(Target, e.TargetElementId);
                json.Text(EventNames.Reason, e.Reason);
                break;
            case UserTaskWithdrawn e:
                Begin(json, "userTaskWithdrawn", e.Key, e.ActorId);
                json.Text(EventNames.Element, e.ElementId);
                json.Text(Target, e.TargetElementId);
                json.Text(EventNames.Reason, e.Reason);
                break;
            case UserTaskCopied e:
                Begin(json, "userTaskCopied", e.Key, e.ActorId);
                json.Texts(Recipients, e.Recipients);
                json.Text(Note, e.Note);
                break;
            case UserTaskUrged e:
                Begin(json, "userTaskUrged", e.Key, e.ActorId);
                json.Day(EventNames.Day, e.Day);
                json.Text(Note, e.Note);
                break;
            default:
                throw new ArgumentException($"{workflowEvent.Kind} has no form in the journal.", nameof(workflowEvent));
        }
    }

    /// <summary>Null when the type is none of these.</summary>
    public static WorkflowEvent? Create(EventFields f) =>
        f.Type switch
        {
            "userTaskHandedOver" => new UserTaskHandedOver(
                f.Number(EventNames.Key),
                f.Text(EventNames.Actor),
                f.Text(To),
                f.Text(EventNames.Reason)
            ),
            "userTaskDelegated" => new UserTaskDelegated(
                f.Number(EventNames.Key),
                f.Text(EventNames.Actor),
                f.Text(To),
                f.Text(EventNames.Reason)
            ),
            "userTaskDelegationResolved" => new UserTaskDelegationResolved(
                f.Number(EventNames.Key),
                f.Text(EventNames.Actor),
                f.Text(Delegate),
                f.OptionalText(Opinion)
            ),
            "signerAdded" => new SignerAdded(
                f.Number(EventNames.Key),
                f.Number(Task),
                OrderOf(f.Text(Order)),
                f.OptionalText(User),
                f.OptionalText(Group),
                f.Text(EventNames.Actor),
                f.Text(EventNames.Reason)
            ),
            "signerRemoved" => new SignerRemoved(
                f.Number(EventNames.Key),
                f.Number(Task),
                f.OptionalText(User),
                f.OptionalText(Group),
                f.Text(EventNames.Actor),
                f.Text(EventNames.Reason)
            ),
            "userTaskSigned" => new UserTaskSigned(
                f.Number(EventNames.Key),
                f.Number(Task),
                f.Text(EventNames.Actor),
                f.Flag(Agrees),
                f.OptionalText(Opinion)
            ),
            "userTaskSubmitted" => new UserTaskSubmitted(
                f.Number(EventNames.Key),
                f.Text(EventNames.Actor),
                f.OptionalText(EventNames.Outcome),
                f.Variables(EventNames.Variables)
            ),
            "userTaskReopened" => new UserTaskReopened(f.Number(EventNames.Key)),
            "userTaskReturned" => new UserTaskReturned(
                f.Number(EventNames.Key),
                f.Text(EventNames.Element),
                f.Text(EventNames.Actor),
                f.Text(Target),
                f.Text(EventNames.Reason)
            ),
            "userTaskWithdrawn" => new UserTaskWithdrawn(
                f.Number(EventNames.Key),
                f.Text(EventNames.Element),
                f.Text(EventNames.Actor),
                f.Text(Target),
                f.OptionalText(EventNames.Reason)
            ),
            "userTaskCopied" => new UserTaskCopied(
                f.Number(EventNames.Key),
                f.Text(EventNames.Actor),
                f.Texts(Recipients),
                f.OptionalText(Note)
            ),
            "userTaskUrged" => new UserTaskUrged(
                f.Number(EventNames.Key),
                f.Text(EventNames.Actor),
                f.Day(EventNames.Day),
                f.OptionalText(Note)
            ),
            _ => null,
        };

    private static void Begin(EventJson json, string type, long key, string actor)
    {
        json.Type(type);
        json.Number(EventNames.Key, key);
        json.Text(EventNames.Actor, actor);
    }

    private static string NameOf(SignerOrder order) =>
        order switch
        {
            SignerOrder.Before => "before",
            SignerOrder.After => "after",
            SignerOrder.Parallel => "parallel",
            _ => throw new ArgumentOutOfRangeException(nameof(order), order, null),
        };

    private static SignerOrder OrderOf(string text) =>
        text switch
        {
            "before" => SignerOrder.Before,
            "after" => SignerOrder.After,
            "parallel" => SignerOrder.Parallel,
            _ => throw new InvalidDataException($"'{text}' is no order of signers."),
        };
}
