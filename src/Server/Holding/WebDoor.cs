using System.Net;
using System.Net.Http.Headers;

namespace Approvals.Server.Holding;

/// <summary>A tender's door on a server, over HTTP.</summary>
public sealed class WebDoor(HttpClient http, string tender) : ITenderDoor
{
    public async Task<byte[]?> GetAsync(string what, CancellationToken cancellation)
    {
        using var response = await http.GetAsync(Address(what), cancellation);
        if (response.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsByteArrayAsync(cancellation);
    }

    public async Task<DoorAnswer> PostAsync(string what, byte[] body, string? code, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address(what));
        request.Content = new ByteArrayContent(body)
        {
            Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") },
        };
        if (code is not null)
        {
            request.Headers.Add("X-Holder-Code", code);
        }

        using var response = await http.SendAsync(request, cancellation);
        return new DoorAnswer(response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancellation));
    }

    private string Address(string what) => $"/tenders/{tender}/{what}";
}
