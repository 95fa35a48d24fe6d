using System.Net;
using Approvals.Credentials.Transparency;

namespace Approvals.Server.Transparency;

/// <summary>A log behind an address, such as <c>https://hall.example/log</c>.</summary>
public sealed class LogAddress(HttpClient client, Uri log) : ILogSource
{
    private readonly string start = log.ToString().TrimEnd('/') + "/";

    public Task<string?> CheckpointAsync() => TextAsync("checkpoint");

    public Task<string?> KeyAsync() => TextAsync("key");

    public Task<byte[]?> TimestampAsync(long size) =>
        BytesAsync(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"timestamp/{size}"));

    public async Task<byte[]?> TileAsync(TileAddress address)
    {
        var length = address.Width * MerkleHash.Length;
        // A partial tile may be gone once it is full.
        var bytes =
            await BytesAsync(address.Path) ?? await BytesAsync((address with { Width = TileAddress.FullWidth }).Path);
        return bytes?.Length >= length ? bytes[..length] : null;
    }

    private async Task<string?> TextAsync(string name) =>
        await BytesAsync(name) is { } bytes ? System.Text.Encoding.UTF8.GetString(bytes) : null;

    private async Task<byte[]?> BytesAsync(string name)
    {
        using var answer = await client.GetAsync(new Uri(start + name));
        if (answer.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsByteArrayAsync();
    }
}
