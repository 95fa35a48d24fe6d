using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Tests.Feel;

/// <summary>The FEEL inside the models of the DMN TCK, where the kit lies beside the repository.</summary>
public sealed class TckTests
{
    [Fact]
    public void Every_text_parses()
    {
        var faults = new List<string>();
        var count = 0;
        foreach (var (name, file) in Files())
        {
            foreach (var (text, isTest) in file.Texts)
            {
                count++;
                var compilation = isTest
                    ? FeelExpression.CompileUnaryTests(text, file.Names)
                    : FeelExpression.Compile(text, file.Names);
                if (compilation.Expression is null)
                {
                    faults.Add($"{name}: {text.Trim()}: {compilation.Diagnostics[0]}");
                }
            }
        }

        count.ShouldBeGreaterThan(1000);
        faults.ShouldBeEmpty(string.Join('\n', faults));
    }

    [Fact]
    public void Every_plain_decision_gives_its_expected_value()
    {
        var faults = new List<string>();
        var count = 0;
        foreach (var (name, file) in Files())
        {
            foreach (var (decision, text, inputs, expected) in file.Cases())
            {
                count++;
                var scope = new MapScope(inputs);
                var environment = new FeelEnvironment { Now = DateTimeOffset.UnixEpoch };
                var compilation = FeelExpression.Compile(text, file.Names);
                var actual = compilation.Expression?.Evaluate(scope, environment) ?? FeelValue.Null;
                var wanted = TckFile.Value(expected);
                if (!AreSame(actual, wanted))
                {
                    faults.Add($"{name} {decision}: {text.Trim()} gives {actual}, not {wanted}");
                }
            }
        }

        count.ShouldBeGreaterThan(1000);
        faults.ShouldBeEmpty(string.Join('\n', faults));
    }

    private static IEnumerable<(string Name, TckFile File)> Files()
    {
        var folder = Repository.FindTck();
        Assert.SkipWhen(folder is null, "The DMN TCK is not here: shared/data/dmn-tck beside the repository.");
        return Directory
            .EnumerateFiles(folder, "*.dmn", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => (Path.GetRelativePath(folder, path), new TckFile(path)));
    }

    // The kit writes some irrational results with fewer digits than decimal128 has.
    private static bool AreSame(FeelValue actual, FeelValue wanted)
    {
        if (actual.Kind == FeelKind.List && wanted.Kind == FeelKind.List)
        {
            return actual.AsList().Count == wanted.AsList().Count
                && actual.AsList().Zip(wanted.AsList()).All(pair => AreSame(pair.First, pair.Second));
        }

        if (actual.Kind == FeelKind.Context && wanted.Kind == FeelKind.Context)
        {
            return actual.AsContext().Count == wanted.AsContext().Count
                && wanted
                    .AsContext()
                    .All(entry =>
                        actual.AsContext().TryGetValue(entry.Key, out var value) && AreSame(value, entry.Value)
                    );
        }

        if (actual.Kind == FeelKind.Number && wanted.Kind == FeelKind.Number)
        {
            return FeelNumber.TrySubtract(actual.AsNumber(), wanted.AsNumber(), out var difference)
                && difference.Abs() <= FeelNumber.From(0.00000001m);
        }

        // The type of the decision's variable takes a list of one as its item; that is DMN's, not FEEL's.
        return actual.Equals(wanted)
            || (actual.Kind == FeelKind.List && actual.AsList().Count == 1 && AreSame(actual.AsList()[0], wanted));
    }
}
