using System.Security.Cryptography;
using System.Text;
using Approvals.Bidding.Export;
using Approvals.Bidding.Handling;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Sealing.Record;
using Approvals.Bidding.Sealing.Transport;
using Approvals.Kernel;
using Approvals.Kernel.Turns;
using Approvals.Server.Adapters;
using Approvals.Server.Identity;
using Approvals.Server.Reads.Tenders;
using Approvals.Server.Storage;

namespace Approvals.Server.Api.Tenders;

/// <summary>
/// What programs of bidders, holders and the public exchange with a tender. Bodies are in the protocol's binary form; nobody signs in: a
/// signature by a key of the notice says who speaks, and the public may read what the record makes public.
/// </summary>
public static class TenderEndpoints
{
    private const string Octets = "application/octet-stream";
    private const int LongestMessage = 512 * 1024;
    private static readonly Actor Guest = Actor.System("tender-api");

    public static void MapTenders(this WebApplication app)
    {
        var group = app.MapGroup("/tenders/{number}").DisableAntiforgery();
        group.MapGet("/notice", (string number, HttpContext context) => Notice(context, number));
        group.MapGet("/notice-entry", (string number, HttpContext context) => NoticeEntry(context, number));
        group.MapGet("/notice-draft", (string number, HttpContext context) => Draft(context, number));
        group.MapGet("/record", (string number, int? from, HttpContext context) => Record(context, number, from ?? 0));
        group.MapGet("/standing", (string number, HttpContext context) => Standing(context, number));
        group.MapGet("/export", (string number, HttpContext context) => Export(context, number));
        Func<string, HttpContext, Task<IResult>> frames = TenderFrames.TakeAsync;
        group.MapPost("/frames", frames);
        Func<string, HttpContext, Task<IResult>> entries = SayAsync;
        group.MapPost("/entries", entries);
        Func<string, HttpContext, Task<IResult>> releases = ReleaseAsync;
        group.MapPost("/releases", releases);
        Func<string, HttpContext, Task<IResult>> holders = EnrolAsync;
        group.MapPost("/holders", holders);
        Func<string, HttpContext, Task<IResult>> messages = HearAsync;
        group.MapPost("/messages", messages);
    }

    internal static FoundTender? Find(HttpContext context, string number) =>
        context.RequestServices.GetRequiredService<TenderQuery>().Find(number);

    internal static async Task<byte[]?> ReadAsync(HttpContext context, int most)
    {
        if (context.Request.ContentLength > most)
        {
            return null;
        }

        using var buffer = new MemoryStream();
        var chunk = new byte[64 * 1024];
        int read;
        while ((read = await context.Request.Body.ReadAsync(chunk, context.RequestAborted)) > 0)
        {
            buffer.Write(chunk, 0, read);
            if (buffer.Length > most)
            {
                return null;
            }
        }

        return buffer.ToArray();
    }

    internal static IResult Answer(TurnAnswer answer) =>
        answer.Rejection is { } rejection
            ? Results.Text(rejection.Code, statusCode: StatusCodes.Status409Conflict)
            : Results.Ok();

    private static IResult Notice(HttpContext context, string number) =>
        Find(context, number)?.Record.Notice is { } notice
            ? Results.Bytes(NoticeCodec.Write(notice), Octets)
            : Results.NotFound();

    private static IResult NoticeEntry(HttpContext context, string number)
    {
        if (Find(context, number) is not { State.PublishedAt: not null } found)
        {
            return Results.NotFound();
        }

        var entries = Platform(context).Readers.Read(session => TenderRecords.EntriesOf(session, found.State.Record));
        return Results.Bytes(entries.Last(bytes => EntryCodec.Read(bytes) is NoticePublished), Octets);
    }

    private static IResult Draft(HttpContext context, string number) =>
        Find(context, number) is { } found && DraftOf(context, found) is { } draft
            ? Results.Bytes(NoticeCodec.Write(draft), Octets)
            : Results.NotFound();

    private static Notice? DraftOf(HttpContext context, FoundTender found)
    {
        var keys = context.RequestServices.GetRequiredService<TenderKeys>();
        return NoticeDraft.Of(found.State, keys.Settings, keys.Gateway(found.State.Number).Point);
    }

    private static IResult Record(HttpContext context, string number, int from)
    {
        if (Find(context, number) is not { } found || from < 0)
        {
            return Results.NotFound();
        }

        var entries = Platform(context)
            .Readers.Read(session => TenderRecords.EntriesOf(session, found.State.Record, from));
        var isOpen = found.Record.Phase > RecordPhase.Sealing;
        return Results.Bytes(RecordPage.Write(entries, isOpen), Octets);
    }

    /// <summary>The stage and what the process waits for, two words.</summary>
    private static IResult Standing(HttpContext context, string number) =>
        Find(context, number) is { } found
            ? Results.Text($"{found.State.Stage} {found.WaitsFor ?? "-"}")
            : Results.NotFound();

    private static IResult Export(HttpContext context, string number) =>
        Find(context, number) is { } found && found.Record.Phase >= RecordPhase.Opened
            ? Results.Bytes(ExportCodec.Write(ExportOf(context, found)), Octets)
            : Results.NotFound();

    private static TenderExport ExportOf(HttpContext context, FoundTender found)
    {
        var platform = Platform(context);
        return platform.Readers.Read(session => Exports.Of(session, platform.Blobs, found.State, found.Record));
    }

    private static async Task<IResult> SayAsync(string number, HttpContext context)
    {
        if (Find(context, number) is not { } found)
        {
            return Results.NotFound();
        }

        if (await ReadAsync(context, LongestMessage) is not { } bytes || EntryCodec.Read(bytes) is not { } said)
        {
            return Results.BadRequest();
        }

        var platform = Platform(context);
        var draft = DraftOf(context, found);
        return Answer(
            await platform.SendAsync(
                Guest,
                scope =>
                    LoadedTender.Find(scope.Session, found.State.Key)?.State is { } tender
                        ? platform.Tenders.Holders.Say(scope, tender, said, draft)
                        : Rejection.Of("tender.unknown")
            )
        );
    }

    private static async Task<IResult> ReleaseAsync(string number, HttpContext context)
    {
        if (Find(context, number) is not { } found)
        {
            return Results.NotFound();
        }

        if (await ReadAsync(context, LongestMessage) is not { } bytes || SecretsRelease.Read(bytes) is not { } release)
        {
            return Results.BadRequest();
        }

        var platform = Platform(context);
        return Answer(
            await platform.SendAsync(Guest, scope => platform.Tenders.Holders.Release(scope, found.State, release))
        );
    }

    /// <summary>With the code that the tender's page shows to the holder alone, or signed in as somebody of the holder's body.</summary>
    private static async Task<IResult> EnrolAsync(string number, HttpContext context)
    {
        if (Find(context, number) is not { } found)
        {
            return Results.NotFound();
        }

        if (
            await ReadAsync(context, LongestMessage) is not { } bytes
            || HolderEnrolment.Read(bytes) is not { } enrolment
        )
        {
            return Results.BadRequest();
        }

        var services = context.RequestServices;
        var code = services.GetRequiredService<TenderKeys>().EnrolmentCode(number, enrolment.Role);
        var actor = await services.GetRequiredService<CurrentActor>().ActorAsync();
        if (!IsCode(context, code) && (actor is null || !TenderDoors.IsHolder(actor, found.State, enrolment.Role)))
        {
            return Results.Text("tender.not-yours", statusCode: StatusCodes.Status403Forbidden);
        }

        var platform = Platform(context);
        return Answer(
            await platform.SendAsync(Guest, scope => platform.Tenders.Holders.Enrol(scope, found.State, enrolment))
        );
    }

    private static bool IsCode(HttpContext context, string code) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(context.Request.Headers["X-Holder-Code"].ToString()),
            Encoding.UTF8.GetBytes(code)
        );

    private static async Task<IResult> HearAsync(string number, HttpContext context)
    {
        if (Find(context, number) is not { } found)
        {
            return Results.NotFound();
        }

        if (await ReadAsync(context, LongestMessage) is not { } bytes || HolderMessage.Read(bytes) is not { } message)
        {
            return Results.BadRequest();
        }

        if (message.Subject == HolderSubject.Ask)
        {
            return TenderQuestions.Answer(context, found, message);
        }

        var platform = Platform(context);
        var digest =
            message.Subject == HolderSubject.Export && found.WaitsFor == "tender.archive"
                ? ExportOf(context, found).ToSign()
                : null;
        return Answer(
            await platform.SendAsync(
                Guest,
                scope =>
                    LoadedTender.Find(scope.Session, found.State.Key)?.State is { } tender
                        ? platform.Tenders.Holders.Hear(scope, tender, message, digest)
                        : Rejection.Of("tender.unknown")
            )
        );
    }

    private static Platform Platform(HttpContext context) => context.RequestServices.GetRequiredService<Platform>();
}
