using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Approvals.Cases;
using Approvals.Cases.Commands;
using Approvals.Cases.Handling;
using Approvals.Kernel;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Turns;
using Approvals.Server.Reads.Catalogue;
using Approvals.Server.Storage;
using Approvals.Workflow.Feel;
using Approvals.Workflow.Forms;

namespace Approvals.Server.Pages.Me.Apply;

/// <summary>
/// A draft becomes a case: judged once more over all pages, its answers and files made documents, numbered, and removed, all
/// in one turn. The answer is the case's key.
/// </summary>
public sealed class DraftSubmission(Platform platform, ApplyForms forms, WorkingCalendar calendar)
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Stands among the answers of a draft, and is no field of any form.</summary>
    private const string RenewsKey = "$renews";

    /// <summary>The licence that the draft is to renew or change; null when it is a first application.</summary>
    public static string? Renewed(Draft draft) =>
        draft.Answers.GetValueOrDefault(RenewsKey) is [var identifier, ..] ? identifier : null;

    /// <summary>What the draft of a renewal begins with.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Renewing(string identifier) =>
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [RenewsKey] = [identifier] };

    /// <summary>
    /// <c>draft.gone</c> when there is none (sent already), <c>draft.incomplete</c> when a page is not in order, and whatever
    /// the case decides.
    /// </summary>
    /// <param name="signed">The applicant's signature under what they send; null without one.</param>
    public TurnAnswer Run(TurnScope scope, string code, Seated seat, Func<TurnScope, SignPaper>? signed = null)
    {
        if (Drafts.Find(scope.Session, seat.DraftOwner, code, scope.Now) is not { } draft)
        {
            return Rejection.Of("draft.gone");
        }

        var effective = platform.Cases.Items.FindEffective(scope.Session, code, CivilTime.DateOf(scope.Now));
        if (ApplyItem.Of(effective, forms) is not { } item)
        {
            return Rejection.Of("item.not-effective", ("item", code));
        }

        var person = Organisation.FindPerson(scope.Session, seat.Person.Id)!;
        var outcome = new ApplyJourney(item, person, draft, scope.Now, calendar).Judge();
        if (!outcome.IsValid)
        {
            return Rejection.Of("draft.incomplete");
        }

        var command = new SubmitCase(
            seat.IsServed ? Channel.Window : Channel.Online,
            ApplicantOf(scope, seat.ActorId, person),
            AddJson(scope, item.Form.Id + ".json", outcome.Document),
            MaterialsOf(scope, item.Form, draft, outcome),
            Renewed(draft)
        );
        var answer = platform.CaseTurns.Submit(scope, item.Version, command);
        if (answer.Rejection is null)
        {
            Drafts.Remove(scope, draft.Key);
        }

        return signed is null || answer.Rejection is not null
            ? answer
            : platform.CaseTurns.Sign(
                scope,
                long.Parse(answer.Text, NumberStyles.None, CultureInfo.InvariantCulture),
                signed(scope),
                answer
            );
    }

    internal static Applicant ApplicantOf(TurnScope scope, string actor, PersonDetails person)
    {
        var snapshot = new FeelContext.Builder()
            .Set("name", FeelValue.From(person.Name))
            .Set("phone", FeelValue.From(person.Phone))
            .Set("citizenId", FeelValue.From(person.CitizenId))
            .Set("address", FeelValue.From(person.Address))
            .Set("organisation", FeelValue.From(person.Organisation))
            .Set("creditCode", FeelValue.From(person.CreditCode));
        var document = AddJson(scope, "applicant.json", snapshot.Build());
        return person.Organisation is { } organisation
            ? Applicant.Organisation(actor, organisation, document)
            : Applicant.Citizen(actor, person.Name, document);
    }

    /// <summary>The files of the fields that were asked; those of a field that an answer hides stay out.</summary>
    internal static List<MaterialDocument> MaterialsOf(TurnScope scope, Form form, Draft draft, FormOutcome outcome)
    {
        var documents = new List<MaterialDocument>();
        foreach (var field in form.Fields.OfType<FileField>())
        {
            if (FormDocument.At(outcome.Document, field.Key).IsNull)
            {
                continue;
            }

            foreach (var file in draft.Files.Where(file => file.Field == field.Key))
            {
                var stored = scope.AddDocument(file.Name, file.Media, file.Sha256, file.Length);
                var material = field.Material ?? field.Label.Default;
                documents.Add(
                    new MaterialDocument(
                        material,
                        file.Name,
                        file.Length,
                        new DocumentRef(stored.Id, stored.Digest),
                        file.Licence
                    )
                );
            }
        }

        return documents;
    }

    internal static DocumentRef AddJson(TurnScope scope, string name, FeelContext content)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Plain))
        {
            FeelJson.Write(writer, FeelValue.From(content));
        }

        var stored = scope.AddDocument(name, "application/json", bytes.ToArray());
        return new DocumentRef(stored.Id, stored.Digest);
    }
}
