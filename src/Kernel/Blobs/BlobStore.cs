using System.Security.Cryptography;
using Approvals.Kernel.Folders;

namespace Approvals.Kernel.Blobs;

/// <summary>A blob that is on the disk: its SHA-256 and its length in bytes.</summary>
public sealed record Blob(byte[] Sha256, long Length);

/// <summary>Immutable bytes by their SHA-256. Written durably before the turn that refers to them.</summary>
public interface IBlobStore
{
    /// <summary>
    /// Stores what <paramref name="content"/> gives, at most <paramref name="limit"/> bytes; null when there is more.
    /// </summary>
    Task<Blob?> PutAsync(Stream content, long limit, CancellationToken cancellation);

    /// <summary>Opens a blob; it must exist.</summary>
    Stream Open(ReadOnlySpan<byte> sha256);

    /// <summary>Removes a blob that nothing refers to any more; nothing when it is gone already.</summary>
    void Delete(ReadOnlySpan<byte> sha256);
}

/// <summary>Blobs as files in a folder: <c>ab/cdef…</c>, each written to a temporary name, synced, then renamed.</summary>
public sealed class FolderBlobStore(string folder) : IBlobStore
{
    public async Task<Blob?> PutAsync(Stream content, long limit, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, Path.GetRandomFileName());
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            long length = 0;
            await using (var file = new FileStream(temporary, DurableFile.OptionsForOwner(FileMode.CreateNew)))
            {
                var buffer = new byte[81920];
                int read;
                while ((read = await content.ReadAsync(buffer, cancellation)) > 0)
                {
                    length += read;
                    if (length > limit)
                    {
                        return null;
                    }

                    hash.AppendData(buffer, 0, read);
                    await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
                }

                file.Flush(flushToDisk: true);
            }

            var sha256 = hash.GetHashAndReset();
            Place(temporary, sha256);
            return new Blob(sha256, length);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    public Stream Open(ReadOnlySpan<byte> sha256) =>
        new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read);

    public void Delete(ReadOnlySpan<byte> sha256)
    {
        var path = PathOf(sha256);
        if (File.Exists(path))
        {
            File.Delete(path);
            DurableFile.SyncFolder(Path.GetDirectoryName(path)!);
        }
    }

    private void Place(string temporary, byte[] sha256)
    {
        var path = PathOf(sha256);
        var parent = Path.GetDirectoryName(path)!;
        if (!Directory.Exists(parent))
        {
            Directory.CreateDirectory(parent);
            DurableFile.SyncFolder(folder);
        }

        if (!File.Exists(path))
        {
            File.Move(temporary, path, overwrite: true);
            DurableFile.SyncFolder(parent);
        }
    }

    private string PathOf(ReadOnlySpan<byte> sha256)
    {
        var name = Convert.ToHexStringLower(sha256);
        return Path.Combine(folder, name[..2], name[2..]);
    }
}
