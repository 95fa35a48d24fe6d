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
    private readonly Dictionary<(string Issuer, string Serial), List<IssuanceEntry>> bySerial = [];
    private long known;

    public FileIssuanceRecord(string path)
    {
        this.path = path;
        Refresh();
        if (File.Exists(path) && new FileInfo(path).Length > known)
        {
            DurableFile.Write(path, File.ReadAllBytes(path).AsSpan(0, (int)known));
        }
    }

    public void Append(IssuanceEntry entry)
    {
        lock (gate)
        {
            DurableFile.Append(path, [.. JsonSerializer.SerializeToUtf8Bytes(entry, Json), (byte)'\n']);
            Refresh();
        }
    }

    public IReadOnlyList<IssuanceEntry> Read()
    {
        lock (gate)
        {
            Refresh();
            return [.. entries];
        }
    }

    public IReadOnlyList<IssuanceEntry> Of(string issuer, string serial)
    {
        lock (gate)
        {
            Refresh();
            return bySerial.TryGetValue((issuer, serial), out var found) ? [.. found] : [];
        }
    }

    /// <summary>Reads what came since: a command beside a running server revokes, and the server must know at once.</summary>
    private void Refresh()
    {
        var file = new FileInfo(path);
        if (!file.Exists || file.Length <= known)
        {
            return;
        }

        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        stream.Position = known;
        var bytes = new byte[file.Length - known];
        stream.ReadExactly(bytes);
        var whole = bytes.AsSpan().LastIndexOf((byte)'\n') + 1;
        var text = Encoding.UTF8.GetString(bytes, 0, whole);
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var entry =
                JsonSerializer.Deserialize<IssuanceEntry>(line, Json)
                ?? throw new InvalidDataException($"{path} has an empty entry.");
            entries.Add(entry);
            var key = (entry.Issuer, entry.Serial);
            if (!bySerial.TryGetValue(key, out var same))
            {
                bySerial[key] = same = [];
            }

            same.Add(entry);
        }

        known += whole;
    }
}
