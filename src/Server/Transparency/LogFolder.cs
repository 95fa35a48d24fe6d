using Approvals.Credentials.Transparency;
using Approvals.Kernel.Folders;

namespace Approvals.Server.Transparency;

/// <summary>
/// A published log in a folder, laid out as C2SP tlog-tiles has it: <c>checkpoint</c>, <c>key</c> (the log's verifier key) and
/// <c>tile/…</c>. Any web server may serve a copy of it.
/// </summary>
public sealed class LogFolder(string path) : ILogSource
{
    private const string CheckpointName = "checkpoint";
    private const string KeyName = "key";
    private const string TimestampsName = "timestamp";

    public string Path { get; } = path;

    /// <summary>The newest checkpoint as a signed note; null before the first.</summary>
    public Task<string?> CheckpointAsync() => Task.FromResult(ReadText(CheckpointName));

    public Task<string?> KeyAsync() => Task.FromResult(ReadText(KeyName));

    public Task<byte[]?> TimestampAsync(long size) => Task.FromResult(ReadTimestamp(size));

    public Task<byte[]?> TileAsync(TileAddress address) => Task.FromResult(ReadTile(address));

    public string? ReadCheckpoint() => ReadText(CheckpointName);

    /// <summary>The token over the checkpoint of a size; only those of the last two checkpoints are kept here.</summary>
    public byte[]? ReadTimestamp(long size)
    {
        var file = System.IO.Path.Combine(Within(TimestampsName), NameOf(size));
        return File.Exists(file) ? File.ReadAllBytes(file) : null;
    }

    /// <summary>A narrower tile is the beginning of every wider one: whichever is there will do.</summary>
    public byte[]? ReadTile(TileAddress address)
    {
        var full = Within((address with { Width = TileAddress.FullWidth }).Path);
        var file = File.Exists(full)
            ? full
            : Partials(address).FirstOrDefault(each => each.Width >= address.Width).File;
        if (file is null)
        {
            return null;
        }

        try
        {
            var bytes = File.ReadAllBytes(file);
            var length = address.Width * MerkleHash.Length;
            return bytes.Length >= length ? bytes[..length] : null;
        }
        catch (FileNotFoundException)
        {
            // The publisher has just replaced this partial tile by a wider one.
            return null;
        }
    }

    public void WriteKey(string key) => Write(KeyName, System.Text.Encoding.UTF8.GetBytes(key + "\n"));

    public void WriteCheckpoint(SignedNote note) =>
        Write(CheckpointName, System.Text.Encoding.UTF8.GetBytes(note.ToString()));

    /// <summary>Written before the checkpoint itself; that of the checkpoint still published stays beside it.</summary>
    public void WriteTimestamp(long size, ReadOnlySpan<byte> token)
    {
        var name = NameOf(size);
        Write(System.IO.Path.Combine(TimestampsName, name), token);
        var older = Directory
            .EnumerateFiles(Within(TimestampsName))
            .Where(file => System.IO.Path.GetFileName(file) != name)
            .OrderByDescending(file => long.TryParse(System.IO.Path.GetFileName(file), out var at) ? at : 0);
        foreach (var file in older.Skip(1).ToList())
        {
            File.Delete(file);
        }
    }

    /// <summary>Writes a tile and takes away the narrower ones that it stands in for.</summary>
    public void WriteTile(TileAddress address, ReadOnlySpan<byte> hashes)
    {
        var narrower = Partials(address).Where(each => each.Width < address.Width).ToList();
        Write(address.Path, hashes);
        foreach (var (_, file) in narrower)
        {
            File.Delete(file);
        }
    }

    private static string NameOf(long size) => size.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private string Within(string name) => System.IO.Path.Combine(Path, name);

    private string? ReadText(string name) => File.Exists(Within(name)) ? File.ReadAllText(Within(name)) : null;

    private void Write(string name, ReadOnlySpan<byte> content)
    {
        var file = Within(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        DurableFile.Write(file, content);
    }

    private IEnumerable<(int Width, string File)> Partials(TileAddress address)
    {
        var folder = Within((address with { Width = TileAddress.FullWidth }).Path + ".p");
        return Directory.Exists(folder)
            ? Directory
                .EnumerateFiles(folder)
                .Select(file =>
                    (Width: int.TryParse(System.IO.Path.GetFileName(file), out var width) ? width : 0, file)
                )
                .Where(each => each.Width > 0)
                .OrderBy(each => each.Width)
            : [];
    }
}
