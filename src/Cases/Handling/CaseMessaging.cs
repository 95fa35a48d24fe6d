using System.Text.Json;
using System.Text.Json.Serialization;
using Approvals.Cases.Events;
using Approvals.Cases.Notices;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Organisations;
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
            CaseSubmitted when item.CaseType.IsOnTheSpot() => CaseMessages.SubmittedOnTheSpot(item.Name, query),
            CaseSubmitted => CaseMessages.Submitted(item.Name, query),
            ResultHandedOut => CaseMessages.Granted(item.Name, query, item.Result.Name)
                + CaseMessages.WillBeChecked(item.Handling?.Verification?.Days ?? 0),
            RectificationRequired e => CaseMessages.RectificationRequired(item.Name, query, e.Demands.Count),
            SpecialProcedureBegun e => CaseMessages.SpecialBegun(item.Name, query, e.Procedure, e.Days),
            SpecialProcedureEnded => CaseMessages.SpecialEnded(item.Name, query),
            CaseReferred => CaseMessages.Referred(item.Name, query, item.Authority),
            LicenceWithdrawn e => CaseMessages.LicenceWithdrawn(item.Result.Name, query, e.Ending),
            UrgeAnswered e => CaseMessages.UrgeAnswered(item.Name, query, e.Text),
            LicenceReplaced => CaseMessages.LicenceReplaced(item.Result.Name, query),
            CaseTypeChanged e => CaseMessages.TypeChanged(item.Name, query, e.To.Caption(), e.Reason),
            CaseReturned => CaseMessages.Returned(item.Name, query),
            PapersPromised e => CaseMessages.PapersPromised(item.Name, query, e.Papers.Count),
            PapersSupplied => CaseMessages.PapersSupplied(item.Name, query),
            UndertakingBroken => CaseMessages.UndertakingBroken(item.Name, query),
            InspectionArranged e => CaseMessages.InspectionArranged(item.Name, query, e.On, e.Place),
            CaseRevoked => CaseMessages.Revoked(item.Name, query),
            CaseClosed
                when loaded.State.Type == CaseType.NotifiedCommitment && loaded.State.Result == CaseResult.Granted =>
                CaseMessages.CommitmentKept(item.Name, query),
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

        if (happened is CaseAnsweredBack answered)
        {
            var words = StaffMessages.AnsweredBack(item.Name, query, item.Authority);
            SendToGroup(scope, loaded.State.Key, Roles.Clerk + "@" + answered.To, words);
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

    /// <summary>A new holiday notice moved the date that the applicant waits for.</summary>
    internal static void TellMoved(TurnScope scope, LoadedCase loaded, DateOnly due) =>
        Send(
            scope,
            loaded.State.Key,
            loaded.State.Applicant.PersonId,
            CaseMessages.DateMoved(loaded.Row.ItemName, loaded.State.QueryNumber, due)
        );

    /// <summary>延期: told with the new date; the paper gives the reason.</summary>
    internal static void TellExtended(TurnScope scope, LoadedCase loaded, DateOnly due) =>
        Send(
            scope,
            loaded.State.Key,
            loaded.State.Applicant.PersonId,
            CaseMessages.Extended(loaded.Row.ItemName, loaded.State.QueryNumber, due)
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
