namespace Approvals.Workflow.Bpmn.Rules;

/// <summary>What is asked of a file: all rules up to a level.</summary>
public sealed class RuleSet
{
    private readonly ProblemLevel level;
    private readonly bool forgivesHarmless;

    internal RuleSet(ProblemLevel level, bool forgivesHarmless = false)
    {
        this.level = level;
        this.forgivesHarmless = forgivesHarmless;
        Rules = [.. BpmnRules.All.Where(rule => Asks(rule.Description))];
    }

    public IReadOnlyList<BpmnRule> Rules { get; }

    internal bool Asks(BpmnProblem problem) => Asks(RuleCatalogue.Find(problem.Rule));

    private bool Asks(RuleDescription rule) => rule.Level <= level && !(forgivesHarmless && rule.IsHarmless);
}
