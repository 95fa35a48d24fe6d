using Approvals.Workflow.Tests.Feel;

namespace Approvals.Workflow.Tests.Dmn;

/// <summary>The rows of a text table below Cases, with their line numbers; empty lines and comments left out.</summary>
internal static class CaseFile
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "Workflow", "Dmn", "Cases");

    public static TheoryData<int, string> Rows(string file)
    {
        var rows = new TheoryData<int, string>();
        foreach (var (row, index) in File.ReadLines(Path.Combine(Folder, file)).Select((row, index) => (row, index)))
        {
            if (row.Length > 0 && !row.StartsWith('#'))
            {
                rows.Add(index + 1, row);
            }
        }

        return rows;
    }
}
