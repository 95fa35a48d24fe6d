namespace Approvals.Kernel.Folders;

/// <summary>
/// The folder that holds everything the platform keeps: <c>platform.db</c>, <c>identity.db</c>, <c>blobs/</c>,
/// <c>keys/</c>. A process that writes holds an exclusive lock of the operating system on it.
/// </summary>
public sealed class DataFolder
{
    public DataFolder(string path) => Path = System.IO.Path.GetFullPath(path);

    public string Path { get; }

    public string Database => Within("platform.db");

    public string IdentityDatabase => Within("identity.db");

    public string Blobs => Within("blobs");

    public string Keys => Within("keys");

    public string Within(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Creates the folder for its owner only, if it is missing.</summary>
    public void Create() => DurableFile.CreateFolder(Path);

    /// <summary>The lock of a writing process, or null when another process holds it.</summary>
    public IDisposable? TryLock()
    {
        try
        {
            return new FileStream(Within("lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
