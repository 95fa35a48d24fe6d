using Approvals.Kernel.Turns;

namespace Approvals.Cases.Handling;

/// <summary>
/// What was sent after the sign-in had run out: it is kept apart from the person's draft until the same person has signed
/// in again, so that nobody who is signed out changes anybody's draft.
/// </summary>
public static class DraftsParked
{
    /// <summary>The name under which the parked pages of a person are kept.</summary>
    public static string NameOf(string person) => "parked:" + person;

    /// <summary>Lays what was parked over the person's draft of the item; true when there was something.</summary>
    public static bool Resume(TurnScope scope, string person, string itemCode, int itemVersion)
    {
        if (Drafts.Find(scope.Session, NameOf(person), itemCode, scope.Now) is not { } parked)
        {
            return false;
        }

        var draft = Drafts.Save(scope, person, itemCode, itemVersion, parked.Answers);
        foreach (var file in parked.Files)
        {
            Drafts.Attach(scope, draft, file, alone: false);
        }

        Drafts.Remove(scope, parked.Key);
        return true;
    }
}
