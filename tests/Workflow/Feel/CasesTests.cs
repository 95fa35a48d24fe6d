using Approvals.Kernel.Calendar;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Tests.Feel;

/// <summary>
/// The language by example: each row of Cases/*.txt is `expression | context as JSON | expected canonical text`. In
/// unary*.txt the expressions are unary tests against the context's `?`. `error` is a text that does not compile.
/// </summary>
public sealed class CasesTests
{
    public static TheoryData<string, int, string, string, string> Rows()
    {
        var rows = new TheoryData<string, int, string, string, string>();
        foreach (var file in Directory.EnumerateFiles(Repository.Cases, "*.txt").Order(StringComparer.Ordinal))
        {
            var lines = File.ReadAllLines(file);
            for (var i = 0; i < lines.Length; i++)
            {
                if (lines[i].Length == 0 || lines[i].StartsWith('#'))
                {
                    continue;
                }

                var cells = lines[i].Split(" | ");
                if (cells.Length != 3)
                {
                    throw new InvalidDataException($"{file}:{i + 1} has {cells.Length} cells, not 3.");
                }

                rows.Add(
                    Path.GetFileNameWithoutExtension(file),
                    i + 1,
                    cells[0].Trim(),
                    cells[1].Trim(),
                    cells[2].Trim()
                );
            }
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Row_gives_its_value(string file, int line, string expression, string context, string expected)
    {
        Evaluate(file, expression, context).ShouldBe(expected, $"{file}.txt:{line}: {expression}");
    }

    private static string Evaluate(string file, string expression, string context)
    {
        var scope = new MapScope(context.Length == 0 ? FeelContext.Empty : FeelJson.Parse(context).AsContext());
        var compilation = file.StartsWith("unary", StringComparison.Ordinal)
            ? FeelExpression.CompileUnaryTests(expression, scope.Names)
            : FeelExpression.Compile(expression, scope.Names);
        if (compilation.Expression is null)
        {
            compilation.Diagnostics.ShouldNotBeEmpty();
            return "error";
        }

        var environment = new FeelEnvironment
        {
            Now = new DateTimeOffset(2026, 3, 2, 1, 30, 0, TimeSpan.Zero),
            Calendar = new WorkingCalendar(
                "test",
                [2026],
                [(new DateOnly(2026, 2, 28), false, "春节"), (new DateOnly(2026, 4, 6), true, "清明节")]
            ),
        };
        return compilation.Expression.Evaluate(scope, environment).ToString();
    }
}
