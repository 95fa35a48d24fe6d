using System.Net;
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
using Approvals.Server.Holding;
using Approvals.Server.Reads.Tenders;
using Approvals.Server.Storage;

namespace Approvals.Server.Api.Tenders;

/// <summary>Who comes to a tender's door: the enrolment code that he shows, and the signed-in person, if any.</summary>
public readonly record struct TenderCaller(string Code, Actor? Actor);

/// <summary>
/// The doors of tenders for programs. Bodies are in the protocol's binary form; a signature by a key of the notice says who speaks, and the
/// public may read what the record makes public.
/// </summary>
public sealed class TenderDesk(Platform platform, TenderQuery tenders, TenderPartiesQuery parties, TenderKeys keys)
{
    private const int LongestMessage = 512 * 1024;
    private static readonly Actor Guest = Actor.System("tender-api");
    private static readonly Actor GatewayActor = Actor.System("gateway");
    private readonly TenderQuestions questions = new(platform, parties);

    public static IReadOnlyList<string> Readable { get; } =
    ["notice", "notice-entry", "notice-draft", "record", "standing", "export"];

    /// <summary>With the most octets of a body.</summary>
    public static IReadOnlyList<(string What, int Most)> Writable { get; } =
    [
        ("frames", Frame.SealedSize),
        ("entries", LongestMessage),
        ("releases", LongestMessage),
        ("holders", LongestMessage),
        ("messages", LongestMessage),
    ];

    /// <summary>Null where there is no such tender, or nothing of it yet.</summary>
    /// <param name="from">For the record: the index of the first entry.</param>
    public byte[]? Get(string number, string what, int from, DateTimeOffset now)
    {
        if (tenders.Find(number, now) is not { } found || from < 0)
        {
            return null;
        }

        return what switch
        {
            "notice" => found.Record.Notice is { } notice ? NoticeCodec.Write(notice) : null,
            "notice-entry" when found.State.PublishedAt is not null => EntriesOf(found)
                .Last(bytes => EntryCodec.Read(bytes) is NoticePublished),
            "notice-draft" => DraftOf(found) is { } draft ? NoticeCodec.Write(draft) : null,
            "record" => RecordPage.Write(EntriesOf(found, from), found.Record.Phase > RecordPhase.Sealing),
            // The stage and what the process waits for, two words.
            "standing" => Encoding.UTF8.GetBytes($"{found.State.Stage} {found.WaitsFor ?? "-"}"),
            "export" when found.Record.Phase >= RecordPhase.Opened => ExportCodec.Write(ExportOf(found)),
            _ => null,
        };
    }

    /// <param name="at">The turn's instant where it isn't the platform's now.</param>
    public async Task<DoorAnswer> PostAsync(
        string number,
        string what,
        byte[] body,
        TenderCaller caller,
        DateTimeOffset? at,
        CancellationToken cancellation
    )
    {
        var now = at ?? platform.Clock.GetUtcNow();
        if (tenders.Find(number, now) is not { } found)
        {
            return new DoorAnswer(HttpStatusCode.NotFound, []);
        }

        return what switch
        {
            "frames" => await FrameAsync(found, body, at, cancellation),
            "entries" => await SayAsync(found, body, at),
            "releases" => await ReleaseAsync(found, body, at),
            "holders" => await EnrolAsync(found, body, caller, at),
            _ => await HearAsync(found, body, now, at),
        };
    }

    /// <summary>Frames of one size in, answers of one size out. What isn't a frame of this tender is 400 and nothing more.</summary>
    private async Task<DoorAnswer> FrameAsync(
        FoundTender found,
        byte[] body,
        DateTimeOffset? at,
        CancellationToken cancellation
    )
    {
        if (
            found.Record.Notice is not { } notice
            || Frame.Open(notice, keys.Gateway(found.State.Number), body) is not { } opened
        )
        {
            return Bad;
        }

        // The bytes are durable before the turn that refers to them.
        var blob =
            opened.Frame.Verb == FrameVerb.Chunk
                ? await platform.Blobs.PutAsync(new MemoryStream(opened.Frame.Data), Frame.MostData, cancellation)
                : null;
        FrameAnswer? said = null;
        var answer = await platform.SendAsync(
            GatewayActor,
            scope =>
            {
                said = platform.Tenders.Gateway.Take(scope, found.State, opened.Frame, blob?.Sha256);
                return TurnAnswer.Done();
            },
            at: at
        );
        return answer.Rejection is null && said is not null
            ? new DoorAnswer(HttpStatusCode.OK, Frame.SealAnswer(opened.AnswerKey, said.Write()))
            : new DoorAnswer(HttpStatusCode.ServiceUnavailable, []);
    }

    private async Task<DoorAnswer> SayAsync(FoundTender found, byte[] body, DateTimeOffset? at)
    {
        if (EntryCodec.Read(body) is not { } said)
        {
            return Bad;
        }

        var draft = DraftOf(found);
        return await SendAsync(found, (scope, tender) => platform.Tenders.Holders.Say(scope, tender, said, draft), at);
    }

    private async Task<DoorAnswer> ReleaseAsync(FoundTender found, byte[] body, DateTimeOffset? at) =>
        SecretsRelease.Read(body) is { } release
            ? await SendAsync(found, (scope, tender) => platform.Tenders.Holders.Release(scope, tender, release), at)
            : Bad;

    /// <summary>With the code that the tender's page shows to the holder alone, or signed in as somebody of the holder's body.</summary>
    private async Task<DoorAnswer> EnrolAsync(FoundTender found, byte[] body, TenderCaller caller, DateTimeOffset? at)
    {
        if (HolderEnrolment.Read(body) is not { } enrolment)
        {
            return Bad;
        }

        var code = keys.EnrolmentCode(found.State.Number, enrolment.Role);
        var isCode = CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(caller.Code),
            Encoding.UTF8.GetBytes(code)
        );
        if (!isCode && (caller.Actor is null || !TenderDoors.IsHolder(caller.Actor, found.State, enrolment.Role)))
        {
            return new DoorAnswer(HttpStatusCode.Forbidden, "tender.not-yours"u8.ToArray());
        }

        return await SendAsync(found, (scope, tender) => platform.Tenders.Holders.Enrol(scope, tender, enrolment), at);
    }

    private async Task<DoorAnswer> HearAsync(FoundTender found, byte[] body, DateTimeOffset now, DateTimeOffset? at)
    {
        if (HolderMessage.Read(body) is not { } message)
        {
            return Bad;
        }

        if (message.Subject == HolderSubject.Ask)
        {
            return questions.Answer(found, message, now);
        }

        var digest =
            message.Subject == HolderSubject.Export && found.WaitsFor == "tender.archive"
                ? ExportOf(found).ToSign()
                : null;
        return await SendAsync(
            found,
            (scope, tender) => platform.Tenders.Holders.Hear(scope, tender, message, digest),
            at
        );
    }

    private async Task<DoorAnswer> SendAsync(
        FoundTender found,
        Func<TurnScope, Bidding.Tenders.TenderState, TurnAnswer> body,
        DateTimeOffset? at
    )
    {
        var answer = await platform.SendAsync(
            Guest,
            scope =>
                LoadedTender.Find(scope.Session, found.State.Key)?.State is { } tender
                    ? body(scope, tender)
                    : Rejection.Of("tender.unknown"),
            at: at
        );
        return answer.Rejection is { } rejection
            ? new DoorAnswer(HttpStatusCode.Conflict, Encoding.UTF8.GetBytes(rejection.Code))
            : new DoorAnswer(HttpStatusCode.OK, []);
    }

    private static DoorAnswer Bad => new(HttpStatusCode.BadRequest, []);

    private Notice? DraftOf(FoundTender found) =>
        NoticeDraft.Of(found.State, keys.Settings, keys.Gateway(found.State.Number).Point);

    private List<byte[]> EntriesOf(FoundTender found, int from = 0) =>
        platform.Readers.Read(session => TenderRecords.EntriesOf(session, found.State.Record, from));

    private TenderExport ExportOf(FoundTender found) =>
        platform.Readers.Read(session => Exports.Of(session, platform.Blobs, found.State, found.Record));
}
