using Approvals.Workflow.Simulation.Scenarios;
using Approvals.Workflow.Tests.Execution;
using Approvals.Workflow.Tests.Feel;

namespace Approvals.Workflow.Tests.Simulation;

/// <summary>Scenario files: those of the platform's own processes, and what is said when a story isn't true.</summary>
public sealed class ScenarioTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "workflows");

    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Folder, ScenarioSuite.Pattern).Select(path => Path.GetFileName(path)!)];

    [Theory]
    [MemberData(nameof(Files))]
    public void The_stories_of_a_process_are_true_and_reach_all_of_it(string file)
    {
        var report = Run(File.ReadAllText(Path.Combine(Folder, file)));
        report.Problem.ShouldBeNull();
        report
            .Results.SelectMany(result => result.Failures.Select(failure => $"{result.Name}: {failure}"))
            .ShouldBeEmpty();
        report.NeverReached.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{ "state": "completed" }""", "The state is waiting, not completed.")]
    [InlineData("""{ "reached": ["issue"] }""", "'issue' was not reached.")]
    [InlineData("""{ "notReached": ["accept"] }""", "'accept' was reached, and was not to be.")]
    [InlineData("""{ "waiting": [] }""", "Waiting are [accept], not [].")]
    [InlineData("""{ "variables": { "unit": "x" } }""", "The variable 'unit' is \"qy-health\", not \"x\".")]
    [InlineData("""{ "clocks": { "legal": "2026-01-01" } }""", "The clock 'legal' has not started.")]
    public void A_story_that_is_not_true_is_told_why(string then, string sentence) =>
        Run(Story("[]", then)).Results.ShouldHaveSingleItem().Failures.ShouldBe([sentence]);

    [Theory]
    [InlineData("""[{ "complete": "review" }]""", "Step 1: 'review' has no open user task.")]
    [InlineData("""[{ "complete": "accept" }]""", "Step 1 was refused: task.outcome-missing.")]
    [InlineData("""[{ "claim": "accept", "rejected": "x" }]""", "Step 1 was to be refused with x, and was not.")]
    [InlineData("""[{ "advance": "soon" }]""", "Step 1: the clock can't move to soon.")]
    [InlineData("""[{ "by": "p:1" }]""", "Step 1: it says nothing to do, or not all that it needs.")]
    public void A_step_that_can_not_be_taken_ends_the_story(string when, string sentence) =>
        Run(Story(when, "{}")).Results.ShouldHaveSingleItem().Failures.ShouldBe([sentence]);

    [Fact]
    public void A_misspelt_expectation_is_no_story()
    {
        Run(Story("[]", """{ "reeched": ["accept"] }""")).Problem!.ShouldContain("reeched");
        Run("""{ "model": "nothing.bpmn", "scenarios": [] }""").Problem!.ShouldContain("nothing.bpmn");
    }

    private static string Story(string when, string then) =>
        $$"""
            { "model": "committed.bpmn", "scenarios": [ { "name": "s",
              "given": { "variables": { "unit": "qy-health", "applicant": "p:1", "caseKey": "1", "receivedOn": null, "entry": null, "handedFrom": null, "pauses": null, "promisedDays": 7, "legalDays": 20 } },
              "when": {{when}}, "then": {{then}} } ] }
            """;

    private static ScenarioReport Run(string json) =>
        ScenarioSuite.Run("story.scenario.json", json, Read, [], Holidays.Calendar2026);

    private static string? Read(string model) =>
        Path.Combine(Folder, model) is var path && File.Exists(path) ? File.ReadAllText(path) : null;
}
