using System.Text.Json;
using System.Text.Json.Serialization;
using Approvals.Cases.Events;
using Approvals.Cases.Notices;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Turns;

namespace Approvals.Cases.Handling;

/// <summary>A message to one person about a case (the outbox effect <c>message.person</c>).</summary>
public sealed record PersonMessage(string Person, string Text);

/// <summary>A message to everybody who holds a post (the outbox effect <c>message.group</c>).</summary>
public sealed record GroupMessage(string Group, string Text);

/// <summary>Tells people what happened: every message leaves through the outbox, in the turn of its event.</summary>
public static class CaseMessaging
{
    public const string ToPerson = "message.person";
    public const string ToGroup = "message.group";

    internal static void Tell(TurnScope scope, LoadedCase loaded, CaseEvent happened, Catalogue.Item item)
    {
        var query = loaded.State.QueryNumber;
        var text = happened switch
        {
            CaseSubmitted => CaseMessages.Submitted(item.Name, query),
            CorrectionRequested e => CaseMessages.CorrectionRequested(item.Name, query, e.Points.Count),
            CorrectionSubmitted => CaseMessages.CorrectionReceived(item.Name, query),
            CaseWithdrawn => CaseMessages.Withdrawn(item.Name, query),
            CaseClosed { Result: CaseResult.Granted } => CaseMessages.Granted(item.Name, query, item.Result.Name),
            CaseClosed { Result: CaseResult.Refused } => CaseMessages.Refused(item.Name, query),
            CaseClosed { Result: CaseResult.NotAccepted } => CaseMessages.NotAccepted(item.Name, query),
            _ => null,
        };
        if (text is not null)
        {
            Send(scope, loaded.State.Key, loaded.State.Applicant.PersonId, text);
        }
    }

    /// <summary>受理: told when the promised clock has started, because the message names its last day.</summary>
    internal static void TellAccepted(TurnScope scope, LoadedCase loaded, DateOnly promisedDue) =>
        Send(
            scope,
            loaded.State.Key,
            loaded.State.Applicant.PersonId,
            CaseMessages.Accepted(loaded.Row.ItemName, loaded.State.QueryNumber, promisedDue)
        );

    internal static void Remind(TurnScope scope, LoadedCase loaded, string group, DateTimeOffset due, int daysLeft)
    {
        var lastDay = CivilTime.DateOf(due.AddMilliseconds(-1));
        var text = CaseMessages.DueSoon(loaded.Row.ItemName, loaded.State.QueryNumber, lastDay, daysLeft);
        SendToGroup(scope, loaded.State.Key, group, text);
    }

    internal static void SendToGroup(TurnScope scope, long key, string group, string text) =>
        scope.Send(
            key,
            ToGroup,
            JsonSerializer.SerializeToUtf8Bytes(new GroupMessage(group, text), CaseMessageJson.Default.GroupMessage)
        );

    internal static void Send(TurnScope scope, long key, string person, string text) =>
        scope.Send(
            key,
            ToPerson,
            JsonSerializer.SerializeToUtf8Bytes(new PersonMessage(person, text), CaseMessageJson.Default.PersonMessage)
        );
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PersonMessage))]
[JsonSerializable(typeof(GroupMessage))]
public sealed partial class CaseMessageJson : JsonSerializerContext;
