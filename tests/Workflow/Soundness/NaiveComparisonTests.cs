using Approvals.Workflow.Bpmn;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Bpmn.Rules;
using Approvals.Workflow.Soundness;

namespace Approvals.Workflow.Tests.Soundness;

/// <summary>
/// The check reduces, leaves orders of steps out and takes sub-processes apart; whatever it says must be what the plain game over
/// all states says.
/// </summary>
public sealed class NaiveComparisonTests
{
    /// <summary>Larger state spaces say nothing that smaller ones don't, and take long.</summary>
    private const int MaxStates = 300;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Says_what_the_naive_game_says(int part)
    {
        var (compared, sound) = (0, 0);
        var failures = new List<string>();
        for (var seed = part * 100_000; seed < part * 100_000 + Seeds; seed++)
        {
            var xml = new RandomNet(new Random(seed)).Xml();
            var process = Read(xml);
            if (NaiveCheck.Of(process, MaxStates) is not { } expected)
            {
                continue;
            }

            var verdict = SoundnessCheck.Of(process);
            var text = NaiveCheck.Text(
                verdict.Safe,
                verdict.OptionToComplete,
                verdict.ProperCompletion,
                verdict.DeadElements
            );
            if (text != expected)
            {
                failures.Add($"seed {seed}\n{xml}\nexpected {expected}\nsays     {text}");
            }

            if (!TellsItsProblem(verdict))
            {
                failures.Add($"seed {seed}\n{xml}\ntold as {verdict.CounterExample}");
            }

            compared++;
            sound += verdict.Sound == true ? 1 : 0;
        }

        // The smallest model tells most.
        failures.MinBy(each => each.Length).ShouldBeNull($"{failures.Count} differ");
        compared.ShouldBeGreaterThan(Seeds / 4);
        sound.ShouldBeGreaterThan(Seeds / 200);
    }

    /// <summary>A counter-example is there whenever a verdict besides dead elements is false, and ends in what it says.</summary>
    private static bool TellsItsProblem(SoundnessVerdict verdict)
    {
        if ((verdict.Safe, verdict.OptionToComplete, verdict.ProperCompletion) == (true, true, true))
        {
            return verdict.CounterExample is null;
        }

        return verdict.CounterExample switch
        {
            { Problem: SoundnessProblem.Unsafe, Steps: [.., var last] } => verdict.Safe == false
                && last.Tokens.GroupBy(each => each).Any(each => each.Key[0] == 'f' && each.Count() > 1),
            { Problem: SoundnessProblem.NoOptionToComplete, Steps: [.., var last] } => verdict.OptionToComplete == false
                && !last.Tokens.IsEmpty,
            { Problem: SoundnessProblem.ImproperCompletion, Steps: { IsEmpty: false } steps } =>
                verdict.ProperCompletion == false && steps.GroupBy(step => step.Element).Any(each => each.Count() > 1),
            _ => false,
        };
    }

    private static int Seeds { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("APPROVALS_SOUNDNESS_SEEDS"), out var seeds) ? seeds : 300;

    private static ProcessDefinition Read(string xml) =>
        BpmnReader.Read(xml, BpmnRules.Structure).Draft.ShouldNotBeNull().Processes[0];
}
