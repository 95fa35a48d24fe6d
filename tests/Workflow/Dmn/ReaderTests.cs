using Approvals.Workflow.Dmn;

namespace Approvals.Workflow.Tests.Dmn;

/// <summary>
/// What is wrong with a model is said at its place: each row of Cases/problems.txt is
/// `elements | rule | id of the element | part of the sentence`.
/// </summary>
public sealed class ReaderTests
{
    public static TheoryData<int, string> Rows() => CaseFile.Rows("problems.txt");

    [Theory]
    [MemberData(nameof(Rows))]
    public void Row_has_its_problem(int line, string row)
    {
        var cells = row.Split(" | ");
        var reading = DmnReader.Read(Models.Around(cells[0]));
        var model = DecisionModel.Compile(reading.Definitions.ShouldNotBeNull());
        var problem = reading.Problems.Concat(model.Problems).ShouldHaveSingleItem($"problems.txt:{line}");
        problem.Rule.ShouldBe(cells[1]);
        problem.ElementId.ShouldBe(cells[2]);
        problem.Message.ShouldContain(cells[3].TrimEnd());
        problem.Line.ShouldBe(1);
        problem.Column.ShouldBeInRange(1, 2 + Models.Around(cells[0]).Length);
    }

    [Theory]
    [InlineData("", "xml")]
    [InlineData("text", "xml")]
    [InlineData("<a", "xml")]
    [InlineData("<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", "xml")]
    [InlineData("<definitions/>", "schema.root")]
    [InlineData("<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'/>", "schema.root")]
    public void What_is_no_DMN_has_no_definitions(string xml, string rule)
    {
        var reading = DmnReader.Read(xml);
        reading.Definitions.ShouldBeNull();
        reading.Problems.ShouldHaveSingleItem().Rule.ShouldBe(rule);
    }

    [Fact]
    public void Problem_names_its_line()
    {
        var xml = Models.Around(
            "\n<decision id='d' name='d'>\n  <literalExpression>\n <text>1 +</text></literalExpression></decision>"
        );
        var problem = DecisionModel.Compile(DmnReader.Read(xml).Definitions!).Problems.ShouldHaveSingleItem();
        (problem.Line, problem.Column).ShouldBe((4, 3));
    }

    [Fact]
    public void Problems_of_an_import_name_it()
    {
        const string dmn = "https://www.omg.org/spec/DMN/20230324/MODEL/";
        const string inner =
            $"<definitions xmlns='{dmn}' namespace='in'><decision id='x' name='x'><literalExpression><text>1 +</text></literalExpression></decision></definitions>";
        var reading = DmnReader.Read(
            Models.Around($"<import name='m' namespace='in' importType='{dmn}'/>"),
            import => import.Namespace == "in" ? inner : null
        );
        reading.Problems.ShouldBeEmpty();
        var problem = DecisionModel.Compile(reading.Definitions!).Problems.ShouldHaveSingleItem();
        problem.Message.ShouldContain("imported model 'in'");
    }

    [Fact]
    public void Import_under_another_namespace_is_refused()
    {
        const string dmn = "https://www.omg.org/spec/DMN/20230324/MODEL/";
        var reading = DmnReader.Read(
            Models.Around($"<import name='m' namespace='in' importType='{dmn}'/>"),
            _ => $"<definitions xmlns='{dmn}' namespace='out'/>"
        );
        reading.Problems.ShouldHaveSingleItem().Rule.ShouldBe("import.namespace");
    }
}
