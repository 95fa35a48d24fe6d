namespace Approvals.Kernel.Tests.Calendar;

/// <summary>The repository's own data folder.</summary>
internal static class RepositoryData
{
    public static string Path(string relative)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "Approvals.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No Approvals.sln above the tests.");
        }

        return System.IO.Path.Combine(folder.FullName, "data", relative);
    }
}
