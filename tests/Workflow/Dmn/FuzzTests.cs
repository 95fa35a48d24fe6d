using System.Diagnostics;
using System.Globalization;
using System.Text;
using Approvals.Workflow.Dmn;
using Approvals.Workflow.Dmn.Explaining;
using Approvals.Workflow.Feel;
using Approvals.Workflow.Tests.Feel;

namespace Approvals.Workflow.Tests.Dmn;

/// <summary>
/// Damages expressions and models at random and does everything with them that can be done: nothing throws, everything ends.
/// Ten seconds each in the suite; <c>APPROVALS_FUZZ_SECONDS=600</c> with <c>-class "*Dmn.FuzzTests"</c> runs it long,
/// <c>APPROVALS_FUZZ_SEED</c> repeats a run.
/// </summary>
public sealed class FuzzTests
{
    private static readonly FeelLimits Limits = new(20_000, 60, 2_000, 20_000);
    private static readonly string[] Pieces =
    [
        .. "( ) [ ] { } , : . .. + - * ** / = != < <= > >= @ \" \\ ? -> // /* */ 0 1 -1 0.5 1e9 1e-9 99999999999999999999".Split(
            ' '
        ),
        .. "and or not( between in if then else for return some every satisfies function( external instance of".Split(
            ' '
        ),
        .. "true false null item partial list<number> context<a: string> date( time( @\"2026-01-01\" @\"P1D\" @\"PT1H\"".Split(
            ' '
        ),
        .. "sum( sort( string( matches( replace( split( substring( number( range( context put( flatten( 中文 \uD800 \u0000".Split(
            ' '
        ),
        " ",
        "\n",
        "date and time(",
        "years and months duration(",
    ];

    [Fact]
    public void Damaged_expressions_compile_or_are_refused()
    {
        var seeds = Directory
            .EnumerateFiles(Repository.Cases, "*.txt")
            .SelectMany(File.ReadLines)
            .Where(row => row.Length > 0 && !row.StartsWith('#'))
            .Select(row => row.Split(" | ")[0])
            .ToArray();
        Fuzz(
            seeds,
            text =>
            {
                foreach (
                    var compilation in (FeelCompilation[])
                        [FeelExpression.Compile(text, ["b c", "a-b"]), FeelExpression.CompileUnaryTests(text, ["b c"])]
                )
                {
                    (compilation.Expression is null).ShouldBe(compilation.Diagnostics.Count > 0);
                    var environment = new FeelEnvironment { Now = default, Limits = Limits };
                    _ = compilation.Expression?.Evaluate(MapScope.Empty, environment).ToString();
                    foreach (var diagnostic in compilation.Diagnostics.Concat(environment.Diagnostics))
                    {
                        diagnostic.Position.ShouldBeInRange(0, text.Length);
                        diagnostic.Length.ShouldBeInRange(0, text.Length - diagnostic.Position);
                    }
                }
            }
        );
    }

    [Fact]
    public void Damaged_models_are_evaluated_or_refused()
    {
        var seeds = Directory
            .EnumerateFiles(CaseFile.Folder, "*.dmn")
            .Select(File.ReadAllText)
            .Append(
                TableText.Model(
                    "P",
                    "n:number{[0..9]} & s:string",
                    "a{1,2} & b=3",
                    "<5 & \"a\" -> 1 & 2 ;; - & - -> 2 & 3"
                )
            )
            .ToArray();
        var library = File.ReadAllText(Path.Combine(CaseFile.Folder, "library.dmn"));
        var inputs = FeelJson
            .Parse("{\"n\":3,\"s\":\"a\",\"age\":20,\"name\":\"Li\",\"loan amount\":1000,\"items\":[1,2,3],\"base\":1}")
            .AsContext();
        Fuzz(
            seeds,
            xml =>
            {
                var reading = DmnReader.Read(xml, _ => library);
                if (reading.Definitions is not { } definitions)
                {
                    reading.Problems.ShouldNotBeEmpty();
                    return;
                }

                var model = DecisionModel.Compile(definitions);
                _ = model.CheckTables();
                foreach (var element in definitions.Elements)
                {
                    if (model.Find(element.Id) is { } target)
                    {
                        var environment = new FeelEnvironment { Now = default, Limits = Limits };
                        var result = target.Evaluate(target.ReadInputs(inputs), environment, explain: true);
                        Explanation.Parse(result.Explanation!.ToJson()).Value.ShouldBe(result.Value.ToString());
                    }
                }
            }
        );
    }

    private static void Fuzz(string[] seeds, Action<string> run)
    {
        var seconds = Setting("APPROVALS_FUZZ_SECONDS") ?? 10;
        var seed = Setting("APPROVALS_FUZZ_SEED") ?? Environment.TickCount;
        var random = new Random(seed);
        var clock = Stopwatch.StartNew();
        var turn = new Stopwatch();
        var count = 0;
        while (clock.Elapsed.TotalSeconds < seconds)
        {
            count++;
            var text = Damage(seeds[random.Next(seeds.Length)], random);
            turn.Restart();
            try
            {
                run(text);
            }
            catch (Exception fault)
            {
                throw new InvalidOperationException($"Turn {count} of seed {seed} with the text\n{text}", fault);
            }

            turn.Elapsed.ShouldBeLessThan(
                TimeSpan.FromSeconds(10),
                $"Turn {count} of seed {seed} with the text\n{text}"
            );
        }

        TestContext.Current.SendDiagnosticMessage($"{count} turns with seed {seed}");
        count.ShouldBeGreaterThan(0);
    }

    private static int? Setting(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    private static string Damage(string text, Random random)
    {
        var damaged = new StringBuilder(text);
        for (var times = random.Next(1, 6); times > 0; times--)
        {
            var at = random.Next(damaged.Length + 1);
            var length = Math.Min(random.Next(1, 12), damaged.Length - at);
            switch (random.Next(5))
            {
                case 0:
                    damaged.Remove(at, length);
                    break;
                case 1:
                    damaged.Insert(at, damaged.ToString(at, length));
                    break;
                case 2:
                    var from = random.Next(damaged.Length + 1);
                    damaged.Insert(at, damaged.ToString(from, Math.Min(random.Next(1, 40), damaged.Length - from)));
                    break;
                case 3:
                    damaged.Remove(at, length).Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                default:
                    damaged.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
            }
        }

        return damaged.ToString();
    }
}
