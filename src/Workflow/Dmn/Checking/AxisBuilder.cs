using Approvals.Workflow.Dmn.Boxed;
using Approvals.Workflow.Feel;
using Approvals.Workflow.Feel.Compilation;

namespace Approvals.Workflow.Dmn.Checking;

/// <summary>
/// Makes the axis of a column: samples between its constants, each asked of the compiled tests themselves, so that the check
/// and the evaluation cannot disagree. Samples that the column or its type does not allow are left out.
/// </summary>
internal sealed class AxisBuilder(CompiledTable table)
{
    private readonly FeelEnvironment environment = new() { Now = default };

    /// <summary>The axis, or why there is none.</summary>
    public (Axis? Axis, string? Fault) Build(int index)
    {
        var column = table.Code.Inputs[index].Column;
        var name = column.Label ?? column.Expression.Text.Trim();
        var constants = new TestConstants(table.Declared.ForFeel());
        for (var rule = 0; rule < table.Code.Rules.Length; rule++)
        {
            if (table.Code.Rules[rule].Tests[index] is { } cell && !constants.TryAdd(cell.Tests.Text))
            {
                return (null, $"rule {rule + 1} does more with '{name}' than compare it with constants");
            }
        }

        var typeRef = column.TypeRef ?? table.Declared.TypeRefOf(column.Expression.Text.Trim());
        var isList = table.Declared.Types.ItemOf(typeRef) is { IsCollection: true };
        var typeValues = isList ? null : table.Declared.Types.AllowedValues(typeRef);
        List<FeelExpression> allowed = [];
        foreach (var text in new[] { column.Values?.Text, typeValues?.Text })
        {
            if (text is null)
            {
                continue;
            }

            if (
                !constants.TryAdd(text)
                || FeelExpression.CompileUnaryTests(text, table.Declared.ForFeel()).Expression is not { } tests
            )
            {
                return (null, $"the allowed values of '{name}' are no constants");
            }

            allowed.Add(tests);
        }

        var samples = constants.Values.Count == 0 ? [null] : Find(constants);
        return samples is null
            ? (null, $"'{name}' is compared with values of kinds that have no common order")
            : (new Axis(name, Parts(index, samples, allowed)), null);
    }

    private static List<FeelValue?>? Find(TestConstants constants) =>
        Samples.Of(constants.Values, constants.OrdersStrings)?.Select(sample => (FeelValue?)sample).ToList();

    // Parts that the same rules match are one.
    private List<AxisPart> Parts(int index, IReadOnlyList<FeelValue?> samples, List<FeelExpression> allowed)
    {
        var scope = new InputScope(EmptyScope.Instance);
        var parts = new List<AxisPart>();
        foreach (var sample in samples)
        {
            scope.Input = sample ?? default;
            if (sample is not null && !allowed.TrueForAll(tests => Holds(tests, scope)))
            {
                continue;
            }

            var rules = RuleSet.Empty(table.Code.Rules.Length);
            for (var rule = 0; rule < table.Code.Rules.Length; rule++)
            {
                if (table.Code.Rules[rule].Tests[index] is not { } cell || Holds(cell.Tests, scope))
                {
                    rules.Add(rule);
                }
            }

            if (!parts.Exists(part => part.Rules.Equals(rules)))
            {
                parts.Add(new AxisPart(sample, rules));
            }
        }

        return parts;
    }

    private bool Holds(FeelExpression tests, InputScope scope) => tests.Evaluate(scope, environment).IsTrue;
}
