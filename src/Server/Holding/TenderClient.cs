using System.Net;
using System.Net.Http.Headers;
using Approvals.Bidding.Export;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Sealing.Record;
using Approvals.Bidding.Sealing.Transport;

namespace Approvals.Server.Holding;

/// <summary>A tender on a server, over HTTP, as holders' and bidders' programs see it.</summary>
public sealed class TenderClient(HttpClient http, string tender)
{
    public string Tender { get; } = tender;

    /// <summary>Null before the notice is published.</summary>
    public async Task<Notice?> NoticeAsync(CancellationToken cancellation) =>
        await GetAsync("notice", cancellation) is { } bytes ? NoticeCodec.Read(bytes) : null;

    public async Task<Notice?> DraftAsync(CancellationToken cancellation) =>
        await GetAsync("notice-draft", cancellation) is { } bytes ? NoticeCodec.Read(bytes) : null;

    public async Task<RecordPage> RecordAsync(CancellationToken cancellation) =>
        await GetAsync("record", cancellation) is { } bytes && RecordPage.Read(bytes) is { } page
            ? page
            : throw new InvalidDataException("The record can't be read.");

    /// <summary>The stage, and the type of the job that the process waits for.</summary>
    public async Task<(string Stage, string Job)> StandingAsync(CancellationToken cancellation)
    {
        var words = (await http.GetStringAsync(Address("standing"), cancellation)).Split(' ');
        return (words[0], words[1]);
    }

    public async Task<TenderExport?> ExportAsync(CancellationToken cancellation) =>
        await GetAsync("export", cancellation) is { } bytes ? ExportCodec.Read(bytes) : null;

    /// <summary>Null when it was taken; else the code of the rejection.</summary>
    public Task<string?> SayAsync(RecordEntry entry, CancellationToken cancellation) =>
        PostAsync("entries", EntryCodec.Write(entry), cancellation);

    public Task<string?> TellAsync(HolderMessage message, CancellationToken cancellation) =>
        PostAsync("messages", message.Write(), cancellation);

    public Task<string?> ReleaseAsync(SecretsRelease release, CancellationToken cancellation) =>
        PostAsync("releases", release.Write(), cancellation);

    public async Task<string?> EnrolAsync(HolderEnrolment enrolment, string code, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address("holders"));
        request.Content = Octets(enrolment.Write());
        request.Headers.Add("X-Holder-Code", code);
        using var response = await http.SendAsync(request, cancellation);
        return await RefusalAsync(response, cancellation);
    }

    /// <summary>The blocks of an answer; none when there is nothing to tell yet.</summary>
    public async Task<IReadOnlyList<byte[]>> AskAsync(
        HolderKeys keys,
        string question,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var message = keys.Say(HolderSubject.Ask, HolderMessage.AskBody(question, now));
        using var response = await http.PostAsync(Address("messages"), Octets(message.Write()), cancellation);
        if (response.StatusCode == HttpStatusCode.NotFound)
        {
            return [];
        }

        response.EnsureSuccessStatusCode();
        return HolderQuestion.ReadBlocks(await response.Content.ReadAsByteArrayAsync(cancellation))
            ?? throw new InvalidDataException("The answer is cut off.");
    }

    /// <summary>A frame and what the gateway says to it; null when it asks to come again later.</summary>
    public async Task<FrameAnswer?> FrameAsync(byte[] frame, byte[] answerKey, CancellationToken cancellation)
    {
        using var response = await http.PostAsync(Address("frames"), Octets(frame), cancellation);
        if (response.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests)
        {
            return null;
        }

        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadAsByteArrayAsync(cancellation);
        return Frame.OpenAnswer(answerKey, answer) is { } opened
            ? FrameAnswer.Read(opened)
            : throw new InvalidDataException("The answer wasn't sealed for this frame.");
    }

    private async Task<string?> PostAsync(string what, byte[] body, CancellationToken cancellation)
    {
        using var response = await http.PostAsync(Address(what), Octets(body), cancellation);
        return await RefusalAsync(response, cancellation);
    }

    private static async Task<string?> RefusalAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        if (response.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.Forbidden)
        {
            return await response.Content.ReadAsStringAsync(cancellation);
        }

        response.EnsureSuccessStatusCode();
        return null;
    }

    private async Task<byte[]?> GetAsync(string what, CancellationToken cancellation)
    {
        using var response = await http.GetAsync(Address(what), cancellation);
        if (response.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsByteArrayAsync(cancellation);
    }

    private string Address(string what) => $"/tenders/{Tender}/{what}";

    private static ByteArrayContent Octets(byte[] body) =>
        new(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
}
