using Approvals.Workflow.Dmn.Boxed;
using Approvals.Workflow.Dmn.Checking;
using Approvals.Workflow.Dmn.HitPolicies;
using Approvals.Workflow.Dmn.Model;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Dmn.Compilation;

/// <summary>Turns a decision table into code: every cell is compiled once.</summary>
internal sealed class TableCompiler(LogicCompiler logic)
{
    public TableCode Compile(DecisionTable table, Declared declared)
    {
        var width = (table.Inputs.Length, table.Outputs.Length);
        var inputs = table.Inputs.Select(column => Input(column, table, declared)).ToArray();
        var outputs = table.Outputs.Select(column => Output(column, table, declared)).ToArray();
        var rules = table
            .Rules.Where(rule => (rule.Tests.Length, rule.Values.Length) == width)
            .Select(rule => Rule(rule, table, declared));
        var code = new TableCode(inputs, outputs, [.. rules], table, HitRule.Of(table)) { Source = table.Id };
        logic.Tables.Add(new CompiledTable(code, declared, logic.Element));
        return code;
    }

    private TableInput Input(InputColumn column, DecisionTable table, Declared declared)
    {
        var what = $"The input '{column.Label ?? column.Expression.Text.Trim()}'";
        var expression = logic.Literal(column.Expression, declared);
        return new TableInput(
            LogicCompiler.Typed(expression, column.TypeRef, declared, Problem.At(table), what),
            column,
            logic.Tests(column.Values, declared)
        );
    }

    private TableOutput Output(OutputColumn column, DecisionTable table, Declared declared)
    {
        var isOnly = table.Outputs.Length == 1;
        var values =
            column.Values
            ?? declared.Types.AllowedValues(column.TypeRef)
            ?? declared.Types.AllowedValues(table.TypeRef, isOnly ? null : column.Name);
        return new TableOutput(
            column.Name ?? "",
            values is null ? null : Values(values, declared),
            column.Default is null ? null : Entry(logic.Literal(column.Default, declared), column, table, declared)
        );
    }

    private TableRule Rule(Rule rule, DecisionTable table, Declared declared) =>
        new(
            [.. rule.Tests.Select(test => logic.Tests(test, declared.With("?")))],
            [
                .. rule.Values.Select(
                    (value, i) => Entry(logic.Compile(value, declared, "The entry"), table.Outputs[i], table, declared)
                ),
            ],
            rule
        );

    private static BoxedCode Entry(BoxedCode code, OutputColumn column, DecisionTable table, Declared declared) =>
        LogicCompiler.Typed(code, column.TypeRef, declared, Problem.At(table), $"The output '{column.Name}'");

    private TestCell[]? Values(ModelText text, Declared declared)
    {
        if (FeelExpression.SplitUnaryTests(text.Text, declared.ForFeel()) is not { } tests)
        {
            logic.Tests(text, declared);
            return null;
        }

        return [.. tests.Select(test => logic.Tests(text with { Text = test }, declared)).OfType<TestCell>()];
    }
}
