using System.Text.Json;

namespace Approvals.Credentials.Tests.Sealing;

/// <summary>Public vectors; each file names its source.</summary>
internal static class Vectors
{
    public static JsonElement Load(string name)
    {
        using var stream = typeof(Vectors).Assembly.GetManifestResourceStream(name + ".json")!;
        return JsonDocument.Parse(stream).RootElement;
    }

    public static byte[] Hex(this JsonElement element, string property) =>
        Convert.FromHexString(element.GetProperty(property).GetString()!);
}
