using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;

namespace Approvals.Credentials.Keys;

/// <summary>
/// Files that are whole or absent after a crash: written aside, flushed, renamed, the folder flushed. Readable by the owner only.
/// </summary>
internal static class DurableFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static void CreateDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
        }
    }

    /// <summary>A file that exists already is an <see cref="InvalidOperationException"/>, never overwritten.</summary>
    public static void Create(string path, ReadOnlySpan<byte> content)
    {
        if (File.Exists(path))
        {
            throw new InvalidOperationException($"{path} exists already.");
        }

        Write(path, content, overwrite: false);
    }

    public static void Replace(string path, ReadOnlySpan<byte> content) => Write(path, content, overwrite: true);

    public static void Append(string path, ReadOnlySpan<byte> content)
    {
        var isNew = !File.Exists(path);
        using (var stream = new FileStream(path, Options(FileMode.Append)))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }

        if (isNew)
        {
            FlushDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        }
    }

    private static void Write(string path, ReadOnlySpan<byte> content, bool overwrite)
    {
        var aside = $"{path}.{Guid.NewGuid():N}.new";
        using (var stream = new FileStream(aside, Options(FileMode.CreateNew)))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }

        File.Move(aside, path, overwrite);
        FlushDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    private static FileStreamOptions Options(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return options;
    }

    /// <summary>A new name is durable only when its folder is; .NET has no call for that.</summary>
    private static void FlushDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var descriptor = OpenDirectory([.. Encoding.UTF8.GetBytes(path), 0], 0);
        if (descriptor < 0)
        {
            throw new IOException($"{path} cannot be opened.", new Win32Exception(Marshal.GetLastPInvokeError()));
        }

        var failed = Synchronize(descriptor) != 0 ? Marshal.GetLastPInvokeError() : 0;
        _ = CloseDescriptor(descriptor);
        if (failed != 0)
        {
            throw new IOException($"{path} cannot be flushed.", new Win32Exception(failed));
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int OpenDirectory(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Synchronize(int descriptor);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int CloseDescriptor(int descriptor);
}
