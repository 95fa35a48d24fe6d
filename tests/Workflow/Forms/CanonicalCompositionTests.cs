using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Approvals.Workflow.Forms.Validation;

namespace Approvals.Workflow.Tests.Forms;

public sealed class CanonicalCompositionTests
{
    [Fact]
    public void Form_C_is_that_of_the_standard()
    {
        foreach (var line in File.ReadLines(Path.Combine(Folder(), "Cases", "nfc.txt")).Where(l => l[0] != '#'))
        {
            var columns = line.Split(" | ").Select(Text).ToArray();
            CanonicalComposition.Of(columns[0]).ShouldBe(columns[1], line);
            CanonicalComposition.Of(columns[1]).ShouldBe(columns[1], line);
        }
    }

    private static string Text(string points) =>
        string.Concat(
            points
                .Split(' ')
                .Select(p => new Rune(int.Parse(p, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)))
        );

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
