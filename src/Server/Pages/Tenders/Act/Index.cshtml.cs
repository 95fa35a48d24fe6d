using System.Collections.Immutable;
using System.Security.Cryptography;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Tenders;
using Approvals.Kernel;
using Approvals.Kernel.Turns;
using Approvals.Server.Adapters;
using Approvals.Server.Api.Tenders;
using Approvals.Server.Identity;
using Approvals.Server.Pipeline;
using Approvals.Server.Reads.Tenders;
using Approvals.Server.Storage;
using Approvals.Server.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Roles = Approvals.Kernel.Organisations.Roles;

namespace Approvals.Server.Pages.Tenders.Act;

/// <summary>What the signed-in person has to do for a tender: one form at a time, for the step that is open.</summary>
[Authorize]
public sealed class IndexModel(
    TenderQuery tenders,
    TenderPartiesQuery parties,
    PageCommands commands,
    CurrentActor current,
    TenderKeys keys,
    ITexts texts
) : PageModel
{
    private Actor actor = null!;

    public FoundTender Found { get; private set; } = null!;

    public TenderState State => Found.State;

    public HolderRole? Role { get; private set; }

    public int Expert { get; private set; } = -1;

    [BindProperty]
    public Guid CommandId { get; set; }

    [BindProperty]
    public AgencyForm Agency { get; set; } = new();

    [BindProperty]
    public FileForm Form { get; set; } = new();

    public IReadOnlyList<TenderParty> Agencies => parties.Of(Roles.Agency);

    public IReadOnlyList<TenderParty> Supervisors => parties.Of(Roles.BidSupervisor);

    public IReadOnlyList<TenderParty> Notaries => parties.Of(Roles.Notary);

    public TenderStep Step => TenderSteps.Of(State, Role, Expert, actor.Id);

    public string EnrolmentCode => keys.EnrolmentCode(State.Number, Role!.Value);

    /// <summary>The command of the holder's own program.</summary>
    public string Program =>
        $"approvals tender holder --server {Request.Scheme}://{Request.Host} --tender {State.Number} --role {Role!.Value.ToString().ToLowerInvariant()} --keys holder.key";

    /// <summary>Whether a step was just sent.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Of the supervisor alone, who has to call them (招标投标法 37).</summary>
    public IReadOnlyList<string> CommitteeNames => parties.NamesOf(State.Committee);

    /// <summary>Members who haven't signed, for those who have.</summary>
    public IReadOnlyList<string> Unsigned =>
        parties.NamesOf(State.Committee.Where(member => State.Signatures.All(each => each.Expert != member)));

    private TenderRoom Room => commands.Platform.Tenders;

    public async Task<IActionResult> OnGetAsync(string number, bool done)
    {
        IsDone = done;
        return await FindAsync(number) ? Page() : NotFound();
    }

    public Task<IActionResult> OnPostAgencyAsync(string number) =>
        SendAsync(
            number,
            scope =>
            {
                var chosen = Agencies.FirstOrDefault(each => each.Unit == Agency.Unit);
                return chosen is null
                    ? Rejection.Of("tender.form-incomplete", ("field", texts["tenders.agency"].Plain))
                    : Room.Turns.ChooseAgency(
                        scope,
                        State.Key,
                        new AgencyChoice(
                            Agency.Manner,
                            chosen.Unit,
                            chosen.Name,
                            Agency.Reason?.Trim() ?? "",
                            [.. Agencies.Select(each => each.Unit)],
                            string.IsNullOrWhiteSpace(Agency.PublicValue) ? null : Agency.PublicValue.Trim()
                        )
                    );
            }
        );

    public async Task<IActionResult> OnPostFileAsync(string number, CancellationToken cancellation)
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        // Bytes are durable before the turn that refers to them; only the agency's are taken in at all.
        if (Role != HolderRole.Agency)
        {
            return NotFound();
        }

        var (reading, rejection) = await FileReading.ReadAsync(
            Form,
            commands.Platform.Blobs,
            Supervisors,
            Notaries,
            texts,
            cancellation
        );
        return await SendAsync(
            number,
            scope => reading is null ? rejection! : Room.Turns.Compile(scope, State.Key, reading.ToFile(scope))
        );
    }

    public Task<IActionResult> OnPostReadOutAsync(string number) =>
        SendAsync(number, scope => Room.Turns.ReadOut(scope, State.Key));

    public Task<IActionResult> OnPostQualificationAsync(string number, List<string> passed, List<string> ground) =>
        SendAsync(
            number,
            scope =>
                Room.Turns.JudgeQualification(
                    scope,
                    State.Key,
                    [
                        .. State.BlindOrder.Select(
                            (slot, at) =>
                                new Qualification(
                                    slot,
                                    passed.ElementAtOrDefault(at) == "yes",
                                    string.IsNullOrWhiteSpace(ground.ElementAtOrDefault(at)) ? null : ground[at].Trim()
                                )
                        ),
                    ]
                )
        );

    public Task<IActionResult> OnPostSheetAsync(string number, List<string> points)
    {
        var salt = RandomNumberGenerator.GetBytes(32);
        return SendAsync(
            number,
            scope =>
            {
                var sheet = ImmutableArray.CreateBuilder<(string, decimal)>();
                foreach (var (slot, at) in State.Scored.Select((slot, at) => (slot, at)))
                {
                    if (FileReading.Decimal(points.ElementAtOrDefault(at)) is not { } given)
                    {
                        return Rejection.Of("tender.points-range");
                    }

                    sheet.Add((slot, given));
                }

                return Room.Turns.SealSheet(scope, State.Key, sheet.ToImmutable(), salt);
            }
        );
    }

    public Task<IActionResult> OnPostReportAsync(string number, string? dissent) =>
        SendAsync(number, scope => Room.Turns.SignReport(scope, State.Key, dissent));

    public Task<IActionResult> OnPostCloseAsync(string number, string? reason) =>
        SendAsync(number, scope => Room.Turns.CloseReport(scope, State.Key, reason ?? ""));

    public Task<IActionResult> OnPostContractAsync(string number, string? contractNumber) =>
        SendAsync(number, scope => Room.Turns.SignContract(scope, State.Key, contractNumber ?? ""));

    public Task<IActionResult> OnPostAbandonAsync(string number, int lot, string? reason) =>
        SendAsync(number, scope => Room.Turns.AbandonAward(scope, State.Key, lot, reason ?? ""));

    public Task<IActionResult> OnPostRetenderAsync(string number) =>
        SendAsync(number, scope => Room.Turns.DecideRetender(scope, State.Key));

    private async Task<IActionResult> SendAsync(string number, Func<TurnScope, TurnAnswer> body)
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        var answer = await commands.SendAsync(body, CommandId == Guid.Empty ? null : CommandId);
        if (answer.Rejection is not { } rejection)
        {
            return Redirect($"/tenders/{number}/act?done=true");
        }

        ModelState.AddModelError(string.Empty, texts.Of(rejection).Plain);
        return Page();
    }

    /// <summary>A tender in which the reader has no part does not exist here.</summary>
    private async Task<bool> FindAsync(string number)
    {
        if (await current.ActorAsync() is not { } person || tenders.Find(number) is not { } found)
        {
            return false;
        }

        (actor, Found) = (person, found);
        Role = TenderDoors.HolderOf(person, found.State);
        Expert = found.State.ExpertOf(person.Id);
        return Role is not null || Expert >= 0;
    }
}
