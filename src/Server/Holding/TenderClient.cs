using System.Net;
using System.Text;
using Approvals.Bidding.Export;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Sealing.Record;
using Approvals.Bidding.Sealing.Transport;

namespace Approvals.Server.Holding;

/// <summary>A tender as holders' and bidders' programs see it, through its door.</summary>
public sealed class TenderClient(ITenderDoor door, string tender)
{
    public TenderClient(HttpClient http, string tender)
        : this(new WebDoor(http, tender), tender) { }

    public string Tender { get; } = tender;

    /// <summary>Null before the notice is published.</summary>
    public async Task<Notice?> NoticeAsync(CancellationToken cancellation) =>
        await door.GetAsync("notice", cancellation) is { } bytes ? NoticeCodec.Read(bytes) : null;

    public async Task<Notice?> DraftAsync(CancellationToken cancellation) =>
        await door.GetAsync("notice-draft", cancellation) is { } bytes ? NoticeCodec.Read(bytes) : null;

    public async Task<RecordPage> RecordAsync(CancellationToken cancellation) =>
        await door.GetAsync("record", cancellation) is { } bytes && RecordPage.Read(bytes) is { } page
            ? page
            : throw new InvalidDataException("The record can't be read.");

    /// <summary>The stage, and the type of the job that the process waits for.</summary>
    public async Task<(string Stage, string Job)> StandingAsync(CancellationToken cancellation)
    {
        var bytes =
            await door.GetAsync("standing", cancellation)
            ?? throw new HttpRequestException($"There is no tender {Tender}.", null, HttpStatusCode.NotFound);
        var words = Encoding.UTF8.GetString(bytes).Split(' ');
        return (words[0], words[1]);
    }

    public async Task<TenderExport?> ExportAsync(CancellationToken cancellation) =>
        await door.GetAsync("export", cancellation) is { } bytes ? ExportCodec.Read(bytes) : null;

    /// <summary>Null when it was taken; else the code of the rejection.</summary>
    public Task<string?> SayAsync(RecordEntry entry, CancellationToken cancellation) =>
        PostAsync("entries", EntryCodec.Write(entry), null, cancellation);

    public Task<string?> TellAsync(HolderMessage message, CancellationToken cancellation) =>
        PostAsync("messages", message.Write(), null, cancellation);

    public Task<string?> ReleaseAsync(SecretsRelease release, CancellationToken cancellation) =>
        PostAsync("releases", release.Write(), null, cancellation);

    public Task<string?> EnrolAsync(HolderEnrolment enrolment, string code, CancellationToken cancellation) =>
        PostAsync("holders", enrolment.Write(), code, cancellation);

    /// <summary>The blocks of an answer; none when there is nothing to tell yet.</summary>
    public async Task<IReadOnlyList<byte[]>> AskAsync(
        HolderKeys keys,
        string question,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var message = keys.Say(HolderSubject.Ask, HolderMessage.AskBody(question, now));
        var answer = await door.PostAsync("messages", message.Write(), null, cancellation);
        if (answer.Status == HttpStatusCode.NotFound)
        {
            return [];
        }

        Expect(answer);
        return HolderQuestion.ReadBlocks(answer.Body) ?? throw new InvalidDataException("The answer is cut off.");
    }

    /// <summary>A frame and what the gateway says to it; null when it asks to come again later.</summary>
    public async Task<FrameAnswer?> FrameAsync(byte[] frame, byte[] answerKey, CancellationToken cancellation)
    {
        var answer = await door.PostAsync("frames", frame, null, cancellation);
        if (answer.Status is HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests)
        {
            return null;
        }

        Expect(answer);
        return Frame.OpenAnswer(answerKey, answer.Body) is { } opened
            ? FrameAnswer.Read(opened)
            : throw new InvalidDataException("The answer wasn't sealed for this frame.");
    }

    private async Task<string?> PostAsync(string what, byte[] body, string? code, CancellationToken cancellation)
    {
        var answer = await door.PostAsync(what, body, code, cancellation);
        if (answer.Status is HttpStatusCode.Conflict or HttpStatusCode.Forbidden)
        {
            return Encoding.UTF8.GetString(answer.Body);
        }

        Expect(answer);
        return null;
    }

    private static void Expect(DoorAnswer answer)
    {
        if (answer.Status != HttpStatusCode.OK)
        {
            throw new HttpRequestException($"The platform answers {(int)answer.Status}.", null, answer.Status);
        }
    }
}
