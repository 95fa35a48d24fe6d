using System.Collections.Frozen;
using System.Text.Json;

namespace Approvals.Server.Pipeline;

/// <summary>The addresses of what <c>src/Web</c> built: a plain name gives the hashed one, which browsers keep for ever.</summary>
public sealed class Assets
{
    public const string Path = "/assets";
    private readonly FrozenDictionary<string, string> urls;

    private Assets(FrozenDictionary<string, string> urls) => this.urls = urls;

    public static string Directory => System.IO.Path.Combine(AppContext.BaseDirectory, "assets");

    public static Assets Load()
    {
        using var manifest = File.OpenRead(System.IO.Path.Combine(Directory, "manifest.json"));
        var names =
            JsonSerializer.Deserialize<Dictionary<string, string>>(manifest)
            ?? throw new InvalidDataException("The manifest of the page assets is empty.");
        return new Assets(
            names.ToFrozenDictionary(pair => pair.Key, pair => $"{Path}/{pair.Value}", StringComparer.Ordinal)
        );
    }

    public string Url(string name) => urls[name];

    /// <summary>Null for what was not built.</summary>
    public string? FindUrl(string name) => urls.GetValueOrDefault(name);

    public bool IsHashed(string path) => urls.Values.Contains(path, StringComparer.Ordinal);
}
