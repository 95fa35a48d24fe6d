using Approvals.Cases.Handling;
using Approvals.Kernel;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Turns;
using Approvals.Server.Pages.Me.Apply.Uploads;
using Approvals.Server.Reads.Cases;
using Approvals.Workflow.Forms;

namespace Approvals.Server.Pages.Me.Apply;

/// <summary>电子证照复用 on a page of an application: which of the applicant's licences may stand for which of its files.</summary>
public sealed record LicenceReuse(IReadOnlyList<RegisteredLicence> Licences, IReadOnlyList<FileField> Fields)
{
    /// <summary>The button of the page that fetches a licence, and its controls.</summary>
    public const string Action = "reuse";
    public const string LicenceField = "_licence";
    public const string MaterialField = "_material";
    public const string ConsentField = "_consent";

    /// <summary>Null when the page asks for no PDF, or the applicant holds no valid licence.</summary>
    public static async Task<LicenceReuse?> FindAsync(
        MyLicencesQuery licences,
        ApplyStep step,
        Seated seat,
        DateOnly day,
        CancellationToken cancellation
    )
    {
        var fields = step
            .Files.Values.Where(field => field.Extensions.Contains(".pdf", StringComparer.Ordinal))
            .ToList();
        if (fields.Count == 0)
        {
            return null;
        }

        var held = await licences.ReadAsync(seat.ActorId, cancellation);
        var valid = held.Select(each => each.Licence).Where(each => each.On(day) == LicenceStanding.Valid).ToList();
        return valid.Count == 0 ? null : new LicenceReuse(valid, fields);
    }

    /// <summary>
    /// Lays the chosen licence into the draft: <c>licence.consent-missing</c>, <c>licence.not-usable</c> (not his, ended, out of its term, or
    /// for no file of the page).
    /// </summary>
    public static TurnAnswer Run(TurnScope scope, Seated seat, ApplyItem item, ApplyStep step, PostedPage posted)
    {
        if (posted.ValueOf(ConsentField).Length == 0)
        {
            return Rejection.Of("licence.consent-missing");
        }

        var today = CivilTime.DateOf(scope.Now);
        if (
            step.Files.GetValueOrDefault(posted.ValueOf(MaterialField)) is not { } field
            || LicenceRegister.AsMaterial(scope.Session, posted.ValueOf(LicenceField), seat.ActorId, today, field.Key)
                is not { } file
            || Drafts.Find(scope.Session, seat.DraftOwner, item.Code, scope.Now) is not { } draft
        )
        {
            return Rejection.Of("licence.not-usable");
        }

        return Drafts.Attach(scope, draft.Key, file, alone: !field.Multiple) is { } refused
            ? refused
            : TurnAnswer.Done();
    }
}
