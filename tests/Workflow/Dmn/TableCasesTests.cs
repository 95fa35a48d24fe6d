using Approvals.Workflow.Dmn;
using Approvals.Workflow.Feel;
using Approvals.Workflow.Tests.Feel;

namespace Approvals.Workflow.Tests.Dmn;

/// <summary>
/// Decision tables by example: each row of Cases/tables.txt is
/// `policy | inputs | outputs | rules | given as JSON | expected FEEL text [| code of a diagnostic]`, see <see cref="TableText"/>.
/// </summary>
public sealed class TableCasesTests
{
    public static TheoryData<int, string> Rows() => CaseFile.Rows("tables.txt");

    [Theory]
    [MemberData(nameof(Rows))]
    public void Row_gives_its_value(int line, string row)
    {
        var cells = row.Split(" | ");
        var model = Models.Compile(TableText.Model(cells[0].Trim(), cells[1].Trim(), cells[2].Trim(), cells[3].Trim()));
        var decision = model.Find("d")!;
        var inputs = decision.ReadInputs(FeelJson.Parse(cells[4]).AsContext());
        var result = decision.Evaluate(inputs, Models.Environment());
        result.Value.ToString().ShouldBe(cells[5].Trim(), $"tables.txt:{line}: {row}");
        if (cells.Length > 6)
        {
            result.Diagnostics.Select(each => each.Code).ShouldContain(cells[6].Trim(), $"tables.txt:{line}");
        }
        else
        {
            result.Diagnostics.ShouldBeEmpty($"tables.txt:{line}");
        }
    }
}
