using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Tests.Dmn;

/// <summary>
/// Boxed expressions, requirements, services, types and imports by example: each row of Cases/models.txt is
/// `file | what is evaluated | inputs as JSON | expected FEEL text [| code of a diagnostic]`.
/// </summary>
public sealed class ModelCasesTests
{
    public static TheoryData<int, string> Rows() => CaseFile.Rows("models.txt");

    [Theory]
    [MemberData(nameof(Rows))]
    public void Row_gives_its_value(int line, string row)
    {
        var cells = row.Split(" | ");
        var target = Models.Load(cells[0] + ".dmn").Find(cells[1]).ShouldNotBeNull($"models.txt:{line}");
        var result = target.Evaluate(target.ReadInputs(FeelJson.Parse(cells[2]).AsContext()), Models.Environment());
        result.Value.ToString().ShouldBe(cells[3].Trim(), $"models.txt:{line}: {row}");
        if (cells.Length > 4)
        {
            result.Diagnostics.Select(each => each.Code).ShouldContain(cells[4].Trim(), $"models.txt:{line}");
        }
        else
        {
            result.Diagnostics.ShouldBeEmpty($"models.txt:{line}");
        }
    }
}
