namespace Approvals.Workflow.Tests.Feel;

/// <summary>Finds the tree the tests were built from, and what may lie beside it.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Cases => Path.Combine(Root, "tests", "Workflow", "Feel", "Cases");

    /// <summary>The folder of the DMN TCK in a sibling `shared` of the root or of one of its parents; null when it isn't there.</summary>
    public static string? FindTck()
    {
        for (var at = Directory.GetParent(Root); at is not null; at = at.Parent)
        {
            var folder = Path.Combine(at.FullName, "shared", "data", "dmn-tck");
            if (Directory.Exists(folder))
            {
                return folder;
            }
        }

        return null;
    }

    private static string FindRoot()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "Approvals.sln")))
        {
            at = at.Parent ?? throw new DirectoryNotFoundException("The tests run outside of their repository.");
        }

        return at.FullName;
    }
}
