using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Events;

namespace Approvals.Workflow.Execution.State;

/// <summary>Rounds of loops, and calls; part of <see cref="Apply"/>.</summary>
internal static class ApplyContainers
{
    public static void Event(ProcessInstanceState state, WorkflowEvent workflowEvent)
    {
        switch (workflowEvent)
        {
            case LoopStarted e:
                Start(state, e);
                break;
            case RoundEnded e:
                End(state, e);
                break;
            case ElementsEnabled e:
                Enable(state, e);
                break;
            case ProcessCalled e:
                Call(state, e);
                break;
        }
    }

    private static void Start(ProcessInstanceState state, LoopStarted started)
    {
        var body = Apply.Scope(state, started.Key);
        var loop = LoopOf(body);
        loop.Total = started.Rounds;
        loop.IsParallel = started.IsParallel;
        loop.Items = started.Items.IsNull ? null : started.Items.AsList();
        if (loop.Total != 0)
        {
            state.Ready.Enqueue(new(body, Token.NextRound));
        }
    }

    private static void End(ProcessInstanceState state, RoundEnded ended)
    {
        var body = Apply.Scope(state, ended.Key);
        if (body.AdHoc is { } adHoc)
        {
            End(state, body, adHoc, ended);
            return;
        }

        var loop = LoopOf(body);
        loop.Completed++;
        if (body.Owner!.Element.Loop is MultiInstance { OutputCollection: not null })
        {
            loop.Keep(ended.Round, ended.Result);
        }

        if (ended.IsLast)
        {
            loop.IsEnding = true;
        }
        else if (!loop.IsParallel && (loop.Total < 0 || loop.Started < loop.Total))
        {
            state.Ready.Enqueue(new(body, Token.NextRound));
        }
    }

    private static void Call(ProcessInstanceState state, ProcessCalled called)
    {
        var caller = state.Elements.Get(called.Key);
        var inside = caller.Call(Called(state, called.DefinitionKey), called.DefinitionKey);
        for (var scope = called.PassesVariables ? caller.Scope : null; scope is not null; scope = Around(scope))
        {
            foreach (var variable in scope.Variables.Items)
            {
                if (!inside.Variables.Contains(variable.Name))
                {
                    inside.Variables.Set(variable.Name, variable.Value);
                }
            }
        }
    }

    private static ScopeState? Around(ScopeState scope) => scope.IsProcess ? null : scope.Parent;

    internal static ProcessDefinition Called(ProcessInstanceState state, long key) =>
        state.CalledProcesses?.Get(key)
        ?? throw new InvalidDataException($"The called process {key} can't be found without the deployed ones.");

    private static void Enable(ProcessInstanceState state, ElementsEnabled enabled)
    {
        var scope = Apply.Scope(state, enabled.Key);
        if (scope is not { AdHoc: { } adHoc, Owner.Element: AdHocSubProcess element })
        {
            throw new InvalidDataException($"No ad-hoc sub-process has the key {enabled.Key}.");
        }

        var isFree = scope.IsEmpty;
        foreach (var id in enabled.ElementIds)
        {
            adHoc.Enable(
                scope.Definition.FindElement(id)?.Index
                    ?? throw new InvalidDataException($"The definition has no element '{id}'.")
            );
            if (!element.IsSequential)
            {
                state.Ready.Enqueue(new(scope, Token.NextRound));
            }
        }

        if (element.IsSequential && isFree && adHoc.Pending.Count > 0)
        {
            state.Ready.Enqueue(new(scope, Token.NextRound));
        }
    }

    private static void End(ProcessInstanceState state, ScopeState scope, AdHocState adHoc, RoundEnded ended)
    {
        if (((AdHocSubProcess)scope.Owner!.Element).OutputCollection is not null)
        {
            adHoc.Keep(ended.Result);
        }

        if (ended.IsLast)
        {
            adHoc.End();
            while (state.Ready.Remove(new(scope, Token.NextRound))) { }
        }
    }

    private static LoopState LoopOf(ScopeState body) =>
        body.Loop ?? throw new InvalidDataException($"No activity with the key {body.Key} repeats.");
}
