using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Approvals.Credentials.Keys;
using Approvals.Kernel.Folders;

namespace Approvals.Credentials.Authority;

/// <summary>The register as JSON lines, flushed to disk entry by entry; a last line cut by a crash was never acted upon and is dropped.</summary>
public sealed class FileIssuanceRecord : IIssuanceRecord
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    private readonly string path;
    private readonly Lock gate = new();
    private readonly List<IssuanceEntry> entries = [];

    public FileIssuanceRecord(string path)
    {
        this.path = path;
        if (!File.Exists(path))
        {
            return;
        }

        var bytes = File.ReadAllBytes(path);
        var whole = bytes.AsSpan().LastIndexOf((byte)'\n') + 1;
        foreach (
            var line in Encoding.UTF8.GetString(bytes, 0, whole).Split('\n', StringSplitOptions.RemoveEmptyEntries)
        )
        {
            entries.Add(
                JsonSerializer.Deserialize<IssuanceEntry>(line, Json)
                    ?? throw new InvalidDataException($"{path} has an empty entry.")
            );
        }

        if (whole < bytes.Length)
        {
            DurableFile.Write(path, bytes.AsSpan(0, whole));
        }
    }

    public void Append(IssuanceEntry entry)
    {
        lock (gate)
        {
            DurableFile.Append(path, [.. JsonSerializer.SerializeToUtf8Bytes(entry, Json), (byte)'\n']);
            entries.Add(entry);
        }
    }

    public IReadOnlyList<IssuanceEntry> Read()
    {
        lock (gate)
        {
            return [.. entries];
        }
    }
}
