using Approvals.Workflow.Bpmn;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Bpmn.Rules;
using Approvals.Workflow.Soundness;
using Approvals.Workflow.Tests.Feel;

namespace Approvals.Workflow.Tests.Soundness;

/// <summary>
/// The classic cases, one model each. The verdict stands beside it: a line of verdicts, then the counter-example, one step a line
/// with the tokens after it.
/// </summary>
public sealed class SoundnessCheckTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Workflow", "Soundness", "Models");

    public static TheoryData<string> Names =>
        new(Directory.EnumerateFiles(Folder, "*.bpmn").Select(path => Path.GetFileNameWithoutExtension(path)!).Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void Gives_the_verdict(string name)
    {
        var verdict = File.ReadAllText(Path.Combine(Folder, name + ".verdict"));
        Describe(SoundnessCheck.Of(Read(name))).ShouldBe(verdict);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_naive_game_agrees_where_it_comes_to_an_end(string name)
    {
        // Compensation is no part of the game itself.
        if (
            name.StartsWith("compensation", StringComparison.Ordinal) || NaiveCheck.Of(Read(name), 500) is not { } naive
        )
        {
            return;
        }

        Verdicts(SoundnessCheck.Of(Read(name))).ShouldBe(naive);
    }

    [Fact]
    public void Ten_branches_of_nine_tasks_are_decided_by_a_few_states()
    {
        var verdict = SoundnessCheck.Of(Parse(WideModels.Parallel(branches: 10, tasks: 9)));
        verdict.Sound.ShouldBe(true);
        verdict.States.ShouldBeLessThan(10);
    }

    [Fact]
    public void Branches_that_are_not_nested_are_not_interleaved()
    {
        var verdict = SoundnessCheck.Of(Parse(WideModels.ParallelEnds(branches: 20)));
        verdict.Sound.ShouldBe(true);
        verdict.States.ShouldBeLessThan(100);
    }

    [Fact]
    public void A_join_that_waits_for_ten_branches_waits_for_one_after_the_other()
    {
        var verdict = SoundnessCheck.Of(Parse(WideModels.ParallelLeaving(branches: 10)));
        verdict.Sound.ShouldBe(true);
        verdict.States.ShouldBeLessThan(10_000);
    }

    [Fact]
    public void What_the_budget_does_not_allow_is_left_open()
    {
        var verdict = SoundnessCheck.Of(Parse(WideModels.Parallel(branches: 3, tasks: 2)), budget: 1);
        verdict.Sound.ShouldBeNull();
        verdict.Safe.ShouldBeNull();
        verdict.OptionToComplete.ShouldBeNull();
        verdict.ProperCompletion.ShouldBeNull();
        verdict.DeadElements.ShouldBeNull();
    }

    private static string Describe(SoundnessVerdict verdict)
    {
        var lines = new List<string> { Verdicts(verdict) };
        if (verdict.CounterExample is { } example)
        {
            lines.Add(example.Problem.ToString());
            lines.AddRange(
                example.Steps.Select(step =>
                    $"{step.Element} takes [{string.Join(' ', step.Takes)}]: {string.Join(' ', step.Tokens)}".TrimEnd()
                )
            );
        }

        return string.Join('\n', lines) + "\n";
    }

    private static string Verdicts(SoundnessVerdict verdict) =>
        NaiveCheck.Text(verdict.Safe, verdict.OptionToComplete, verdict.ProperCompletion, verdict.DeadElements);

    private static ProcessDefinition Read(string name) => Parse(File.ReadAllText(Path.Combine(Folder, name + ".bpmn")));

    private static ProcessDefinition Parse(string xml) =>
        BpmnReader.Read(xml, BpmnRules.Structure).Draft.ShouldNotBeNull().Processes.ShouldHaveSingleItem();
}
