using System.Runtime.InteropServices;

namespace Approvals.Kernel.Folders;

/// <summary>Writes files so that after a crash there is the old content or the new one, never a part.</summary>
public static partial class DurableFile
{
    /// <summary>Creates a folder that only its owner may enter; nothing when it is there.</summary>
    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Writes the file or replaces it.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content) => Write(path, content, overwrite: true);

    /// <summary>Writes a new file; one that exists already is an <see cref="InvalidOperationException"/>, never overwritten.</summary>
    public static void Create(string path, ReadOnlySpan<byte> content)
    {
        if (File.Exists(path))
        {
            throw new InvalidOperationException($"{path} exists already.");
        }

        Write(path, content, overwrite: false);
    }

    /// <summary>Appends to the file, which is made when it is missing; a crash may leave a part of the content at its end.</summary>
    public static void Append(string path, ReadOnlySpan<byte> content)
    {
        var isNew = !File.Exists(path);
        using (var file = new FileStream(path, OptionsForOwner(FileMode.Append)))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        if (isNew)
        {
            SyncFolder(FolderOf(path));
        }
    }

    /// <summary>Options of a new file that only its owner may read.</summary>
    public static FileStreamOptions OptionsForOwner(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    /// <summary>Makes the folder's entries durable: a rename is on the disk only after this.</summary>
    public static void SyncFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // The framework opens no folders, so that the C library is asked.
        var descriptor = Open(folder, flags: 0);
        if (descriptor < 0)
        {
            throw new IOException($"Can't open the folder {folder}: error {Marshal.GetLastPInvokeError()}.");
        }

        var result = Sync(descriptor);
        var error = Marshal.GetLastPInvokeError();
        _ = Close(descriptor);
        if (result != 0)
        {
            throw new IOException($"Can't sync the folder {folder}: error {error}.");
        }
    }

    private static void Write(string path, ReadOnlySpan<byte> content, bool overwrite)
    {
        // Threads don't meet at one name; what a crash left under it is overwritten.
        var aside = $"{path}.{Environment.CurrentManagedThreadId}.new";
        using (var file = new FileStream(aside, OptionsForOwner(FileMode.Create)))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        File.Move(aside, path, overwrite);
        SyncFolder(FolderOf(path));
    }

    private static string FolderOf(string path) => Path.GetDirectoryName(Path.GetFullPath(path))!;

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Sync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int descriptor);
}
