using System.Runtime.CompilerServices;

namespace Approvals.Kernel.Tests.Calendar;

/// <summary>The repository's own data folder, found from this source file.</summary>
internal static class RepositoryData
{
    public static string Path(string relative, [CallerFilePath] string here = "") =>
        System.IO.Path.GetFullPath(
            System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "..", "..", "..", "data", relative)
        );
}
