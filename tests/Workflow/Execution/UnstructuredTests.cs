using System.Globalization;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.Explanation;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Tests.Execution;

/// <summary>
/// Graphs without structure, in which joins starve, loop and wait for each other. Every event is checked against a counting of tokens
/// and a direct reading of the inclusive join's clause; <see cref="TestInstance.Send"/> compares journal, snapshot and state.
/// </summary>
public sealed class UnstructuredTests
{
    private const int GraphsPerSeed = 15;
    private const int MostActivations = 120;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 30)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_token_is_lost_and_no_join_goes_on_early_late_or_twice(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < GraphsPerSeed; i++)
        {
            var definition = Models.Parse(new RandomGraph(random).Xml());
            Run(definition, random);
        }
    }

    private static void Run(ProcessDefinition definition, Random random)
    {
        var instance = new TestInstance(definition) { MaxElementSteps = random.Next(1, 30) };
        var tokens = new NaiveTokens(definition);
        var activations = 0;
        var result = instance.Start("""{"r": 1}""");
        while (true)
        {
            foreach (var each in result.Events)
            {
                tokens.Count(each);
                activations += each is ElementActivated ? 1 : 0;
            }

            if (!result.More)
            {
                Check(definition, instance.State, tokens);
            }

            if (!instance.State.IsActive || activations > MostActivations)
            {
                return;
            }

            if (random.Next(4) == 0)
            {
                instance.Restart(fromJournal: random.Next(2) == 0);
            }

            if (result.More)
            {
                result = instance.Send(new Continue());
            }
            else if (instance.State.Waits.Count == 0)
            {
                WaitingExplanation.Of(instance.State).Tokens.ShouldAllBe(token => IsDeadlock(token.Reasons[0]));
                return;
            }
            else
            {
                result = instance.Send(Choose(instance, random));
            }
        }
    }

    private static void Check(ProcessDefinition definition, ProcessInstanceState state, NaiveTokens tokens)
    {
        tokens.AreGone.ShouldBe(!state.IsActive, "an instance is complete exactly when no token is left");
        if (!state.IsActive)
        {
            return;
        }

        tokens.CheckRest();
        foreach (var flow in definition.Flows)
        {
            state.Root.ParkedOn(flow.Index).ShouldBe(tokens.On(flow.Index));
        }
    }

    private static bool IsDeadlock(WaitReason reason) =>
        reason.Parameters.TryGetValue("deadlock", out var deadlock) && deadlock.IsTrue;

    private static EngineCommand Choose(TestInstance instance, Random random)
    {
        var waits = instance.State.Waits.Items;
        var wait = waits[random.Next(waits.Length)];
        if (wait is TimerState timer)
        {
            instance.Now = timer.Due > instance.Now ? timer.Due : instance.Now;
            return new TriggerTimer(wait.Key);
        }

        var r = random.Next(4).ToString(CultureInfo.InvariantCulture);
        return new CompleteJob(wait.Key, TestInstance.Variables($$"""{"r": {{r}}}"""));
    }
}
