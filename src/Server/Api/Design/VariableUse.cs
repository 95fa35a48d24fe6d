using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Feel;

namespace Approvals.Server.Api.Design;

/// <summary>
/// The variables of a process as far as its model shows: which names its expressions read, and which it sets itself. What comes with the
/// start of an instance is not in the model.
/// </summary>
internal sealed class VariableUse
{
    private readonly HashSet<string> reads = new(StringComparer.Ordinal);
    private readonly HashSet<string> sets = new(StringComparer.Ordinal);

    private VariableUse() { }

    public IReadOnlySet<string> Reads => reads;

    public IReadOnlySet<string> Sets => sets;

    public static VariableUse Of(ProcessDefinition process)
    {
        var use = new VariableUse();
        foreach (var flow in process.Flows)
        {
            use.Read(flow.Condition);
        }

        foreach (var clock in process.Clocks)
        {
            use.Read(clock.Limit);
        }

        foreach (var element in process.Elements)
        {
            use.Add(element);
        }

        return use;
    }

    private void Add(Element element)
    {
        foreach (var mapping in element.Inputs.Concat(element.Outputs))
        {
            Read(mapping.Source);
            sets.Add(mapping.Path[0]);
        }

        if (element.Loop is MultiInstance loop)
        {
            Read(loop.InputCollection);
            Read(loop.OutputElement);
            Read(loop.CompletionCondition);
            Set(loop.InputElement);
            Set(loop.OutputCollection);
        }

        switch (element)
        {
            case UserTask task:
                Read(task.Assignee);
                Read(task.CandidateGroups?.Expression);
                Read(task.CandidateUsers?.Expression);
                Read(task.DueDate);
                Read(task.FollowUpDate);
                Read(task.Priority);
                Set(task.Outcomes?.Variable);
                break;
            case ScriptTask script:
                Read(script.Script);
                Set(script.ResultVariable);
                break;
            case DecisionTask decision:
                Read(decision.DecisionId);
                Set(decision.ResultVariable);
                break;
            case CatchEvent caught:
                foreach (var trigger in caught.Triggers)
                {
                    Add(trigger);
                }

                break;
        }
    }

    private void Add(EventTrigger trigger)
    {
        switch (trigger)
        {
            case TimerTrigger timer:
                Read(timer.Value);
                break;
            case MessageTrigger message:
                Read(message.CorrelationKey);
                break;
            case ConditionalTrigger condition:
                Read(condition.Condition);
                break;
        }
    }

    private void Read(ModelValue? value) => Read(value?.Expression);

    private void Read(FeelExpression? expression) => reads.UnionWith(expression?.FreeNames ?? []);

    private void Set(string? name)
    {
        if (name is not null)
        {
            sets.Add(name);
        }
    }
}
