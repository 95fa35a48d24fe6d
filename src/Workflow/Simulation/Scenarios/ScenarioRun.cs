using System.Collections.Immutable;
using System.Text.Json;
using Approvals.Kernel;
using Approvals.Kernel.Calendar;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Simulation.Scenarios;

/// <summary>Tells one story: each step is a command of the engine, and what the story expects is compared where it says so.</summary>
internal sealed class ScenarioRun
{
    private readonly ScenarioStage stage;
    private readonly ImmutableArray<string>.Builder failures = ImmutableArray.CreateBuilder<string>();

    private ScenarioRun(ScenarioStage stage) => this.stage = stage;

    public static ScenarioResult Of(
        Scenario scenario,
        Definitions definitions,
        ProcessDefinition process,
        FileDecisions decisions,
        WorkingCalendar calendar
    )
    {
        var run = new ScenarioRun(new ScenarioStage(definitions, process, decisions, calendar, scenario.Given));
        run.Tell(scenario);
        return new(scenario.Name, run.failures.ToImmutable(), [.. run.stage.Entered], [.. run.stage.Taken]);
    }

    private void Tell(Scenario scenario)
    {
        if (stage.Start(Variables(scenario.Given.Variables)) is { } refused)
        {
            failures.Add($"The process can't be started: {refused}.");
            return;
        }

        for (var i = 0; i < scenario.When.Count; i++)
        {
            if (!Take(scenario.When[i], $"Step {i + 1}"))
            {
                return;
            }
        }

        failures.AddRange(ScenarioComparison.Of(stage, scenario.Then));
    }

    /// <summary>False when the story can't go on.</summary>
    private bool Take(ScenarioStep step, string where)
    {
        if (step.Expect is { } expectation)
        {
            failures.AddRange(ScenarioComparison.Of(stage, expectation).Select(sentence => $"{where}: {sentence}"));
            return true;
        }

        if (step.Advance is not null || step.Until is not null)
        {
            return MoveClock(step, where);
        }

        var (command, actor, problem) = Command(step);
        if (command is null)
        {
            failures.Add($"{where}: {problem}");
            return false;
        }

        var rejection = stage.Send(command, actor);
        if (rejection == step.Rejected)
        {
            return true;
        }

        failures.Add(
            (rejection, step.Rejected) switch
            {
                (null, var expected) => $"{where} was to be refused with {expected}, and was not.",
                (var code, null) => $"{where} was refused: {code}.",
                var (code, expected) => $"{where} was to be refused with {expected}, and was with {code}.",
            }
        );
        return false;
    }

    private bool MoveClock(ScenarioStep step, string where)
    {
        var target = step.Until;
        if (step.Advance is { } text)
        {
            target = IsoDuration.TryParse(text, out var duration) ? duration.AddTo(stage.Now) : null;
        }

        if (target is not { } instant || instant < stage.Now)
        {
            failures.Add($"{where}: the clock can't move to {step.Advance ?? step.Until?.ToString("O")}.");
            return false;
        }

        stage.MoveTo(instant);
        return true;
    }

    private (EngineCommand? Command, Actor Actor, string Problem) Command(ScenarioStep step)
    {
        var variables = Variables(step.Variables);
        var system = step.By is { } by ? new Actor(by, step.Groups) : Actor.System("scenario");
        return step switch
        {
            { Complete: { } element } => OnTask(
                element,
                step,
                task => new CompleteUserTask(task, step.Outcome, variables)
            ),
            { Claim: { } element } => OnTask(element, step, task => new ClaimUserTask(task)),
            { Return: { } element, To: { } to } => OnTask(
                element,
                step,
                task => new ReturnUserTask(task, to, step.Reason ?? step.Return, To: null)
            ),
            { Job: { } element } => OnJob(element, job => new CompleteJob(job, variables)),
            { Fail: { } element } => OnJob(element, job => new FailJob(job, step.Reason ?? "scenario", 0)),
            { Error: { } element, Code: { } code } => OnJob(element, job => new ThrowJobError(job, code, variables)),
            { Message: { } name } => stage.FindSubscription(name, step.Key) is { } subscription
                ? (new CorrelateMessage(subscription, variables), system, "")
                : (null, system, $"nothing waits for the message '{name}'."),
            { Signal: { } name } => (new BroadcastSignal(name, variables), system, ""),
            { Set: true } => (new SetVariables(variables), system, ""),
            { Resolve: { } element } => stage.FindIncident(element) is { } incident
                ? (new ResolveIncident(incident), system, "")
                : (null, system, $"'{element}' has no incident."),
            _ => (null, system, "it says nothing to do, or not all that it needs."),
        };

        (EngineCommand?, Actor, string) OnJob(string element, Func<long, EngineCommand> make) =>
            stage.Find<JobState>(element) is { } job
                ? (make(job.Key), system, "")
                : (null, system, $"'{element}' has no job.");
    }

    private (EngineCommand? Command, Actor Actor, string Problem) OnTask(
        string element,
        ScenarioStep step,
        Func<long, EngineCommand> make
    )
    {
        if (stage.Find<UserTaskState>(element) is not { } task)
        {
            return (null, Actor.System("scenario"), $"'{element}' has no open user task.");
        }

        var actor = step.By is { } by ? new Actor(by, step.Groups) : RunActors.Fitting(task);
        return (make(task.Key), actor, "");
    }

    private static ImmutableArray<Variable> Variables(JsonElement? json) =>
        json is { ValueKind: JsonValueKind.Object } given
            ? [.. FeelJson.Parse(given.GetRawText()).AsContext().Select(entry => new Variable(entry.Key, entry.Value))]
            : [];
}
