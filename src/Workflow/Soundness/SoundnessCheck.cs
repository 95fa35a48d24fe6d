using System.Collections.Immutable;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Soundness.CounterExamples;

namespace Approvals.Workflow.Soundness;

/// <summary>
/// Decides whether a process is sound (W. van der Aalst's notion, on the token game of BPMN §13) by exploring its states, after
/// reducing what is well nested. Pure: the same process and budget give the same verdict.
/// <para>
/// The abstraction: an exclusive gateway takes one flow, an inclusive or complex one any set that isn't empty, conditions elsewhere are
/// free; events may happen while they are waited for, non-interrupting ones at most once per activation; a multi-instance or loop
/// activity runs once, a call activity is a task; messages always arrive. A declared way back of a user task is a flow. Thrown
/// errors, escalations and cancels reach whoever catches them; an error that nobody catches stays where it is. An ad-hoc
/// sub-process with a completion condition may end at any time. Each start event begins an instance of its own. A complex
/// gateway fires for any set of tokens and then swallows the rest of the round; without a condition it waits for all.
/// </para>
/// </summary>
public static class SoundnessCheck
{
    public const int DefaultBudget = 200_000;

    /// <param name="definition">The process; it need not be deployable.</param>
    /// <param name="budget">The most states to follow.</param>
    public static SoundnessVerdict Of(ProcessDefinition definition, int budget = DefaultBudget)
    {
        var scopes = new Dictionary<int, ScopeAnalysis>();
        var process = Analyze(definition, -1, scopes, ref budget);
        var reached = scopes.Values.Where(each => each.Scope < 0 || process.Live.Contains(each.Scope)).ToArray();
        var isWhole = Array.TrueForAll(reached, each => each.IsWhole);
        var dead = DeadElements.Of(definition, process.Live);
        // What the inside of an undecided sub-process does is known in part only; what it was seen to do, it can do.
        var innerIsWhole = Array.TrueForAll(reached, each => each.Scope < 0 || each.IsWhole);
        return new()
        {
            Safe = Verdict(Array.Exists(reached, each => each.FirstUnsafe >= 0), isWhole),
            ProperCompletion = Verdict(Array.Exists(reached, each => each.FirstImproper >= 0), isWhole),
            OptionToComplete = Verdict(process.FirstStuck >= 0 && innerIsWhole, isWhole),
            DeadElements = isWhole || dead.IsEmpty ? dead : null,
            CounterExample = new CounterExampleSearch(definition, scopes).Find(reached),
            States = scopes.Values.Sum(each => each.Graph.Count),
        };
    }

    private static bool? Verdict(bool isBroken, bool isWhole) =>
        isBroken ? false
        : isWhole ? true
        : null;

    /// <summary>From the inside out.</summary>
    private static ScopeAnalysis Analyze(
        ProcessDefinition definition,
        int scope,
        Dictionary<int, ScopeAnalysis> scopes,
        ref int budget
    )
    {
        foreach (var index in definition.ContentOf(scope).Elements)
        {
            if (definition.Elements[index] is SubProcess)
            {
                Analyze(definition, index, scopes, ref budget);
            }
        }

        var analysis = ScopeAnalysis.Of(definition, scope, inner => scopes[inner].Behavior, Math.Max(budget, 1));
        scopes.Add(scope, analysis);
        budget -= analysis.Graph.Count;
        return analysis;
    }
}
