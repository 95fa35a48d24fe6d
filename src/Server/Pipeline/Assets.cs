using System.Collections.Frozen;
using System.Text.Json;

namespace Approvals.Server.Pipeline;

/// <summary>
/// The addresses of what <c>src/Web</c> and <c>src/Designer</c> built: a plain name gives the hashed one, which browsers keep for ever.
/// </summary>
public sealed class Assets
{
    public const string Path = "/assets";
    private readonly FrozenDictionary<string, string> urls;

    private Assets(FrozenDictionary<string, string> urls) => this.urls = urls;

    public static string Directory => System.IO.Path.Combine(AppContext.BaseDirectory, "assets");

    public static Assets Load()
    {
        var names = System.IO.Directory.EnumerateFiles(Directory, "manifest*.json").SelectMany(Read);
        return new Assets(
            names.ToFrozenDictionary(pair => pair.Key, pair => $"{Path}/{pair.Value}", StringComparer.Ordinal)
        );
    }

    private static Dictionary<string, string> Read(string file)
    {
        using var manifest = File.OpenRead(file);
        return JsonSerializer.Deserialize<Dictionary<string, string>>(manifest)
            ?? throw new InvalidDataException($"The manifest of page assets {file} is empty.");
    }

    public string Url(string name) => urls[name];

    /// <summary>Null for what was not built.</summary>
    public string? FindUrl(string name) => urls.GetValueOrDefault(name);

    public bool IsHashed(string path) => urls.Values.Contains(path, StringComparer.Ordinal);
}
