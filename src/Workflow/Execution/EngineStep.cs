using System.Collections.Immutable;
using Approvals.Kernel.Calendar;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Execution;

/// <summary>One run of <see cref="Engine.Step"/>: the state it works on and the events it has emitted.</summary>
internal sealed class EngineStep
{
    private FeelEnvironment? feel;

    public EngineStep(StepContext context, ProcessInstanceState state)
    {
        Context = context;
        State = state;
        Now = Instants.Truncate(context.Now);
        state.CalledProcesses = context.CalledProcesses;
    }

    public StepContext Context { get; }
    public ProcessInstanceState State { get; }

    /// <summary>The definition that the instance was started with: it alone has clocks.</summary>
    public ProcessDefinition Definition => State.Definition;

    /// <summary>The instant of the command in whole milliseconds, as journals keep it.</summary>
    public DateTimeOffset Now { get; }

    public DateOnly Today => CivilTime.DateOf(Now);
    public List<WorkflowEvent> Events { get; } = new(16);
    public int Activations { get; set; }

    /// <summary>Conditions have to be looked at: always once at the begin, for time passes too.</summary>
    public bool HasChangedVariables { get; set; } = true;

    /// <summary>Scopes that something has left: they may be done. Null while there are none.</summary>
    public Queue<ScopeState>? Touched { get; private set; }

    /// <summary>Scratch room for the flows that the leaving element takes.</summary>
    public List<int> Chosen { get; } = [];

    public FeelEnvironment Feel => feel ??= new() { Now = Now, Calendar = Context.Calendar };

    /// <summary>Records what happened and lets it happen, in this order and nowhere else.</summary>
    public void Emit(WorkflowEvent workflowEvent)
    {
        Apply.Event(State, workflowEvent);
        Events.Add(workflowEvent);
    }

    /// <summary>Something has left the scope: see whether it is done before the step goes on.</summary>
    public void Touch(ScopeState scope)
    {
        if (scope is { Owner: not null, IsEmpty: true })
        {
            (Touched ??= new()).Enqueue(scope);
        }
    }

    /// <summary>False for a scope whose owner, or for the root whose instance, has ended.</summary>
    public bool IsAlive(ScopeState scope) =>
        scope.Owner is { } owner
            ? State.Elements.TryFind(owner.Key, out var found) && found.Inner == scope
            : State.IsActive;

    public void Set(long scopeKey, ImmutableArray<Variable> variables)
    {
        if (!variables.IsEmpty)
        {
            Emit(new VariablesSet(scopeKey, variables));
            HasChangedVariables = true;
            foreach (var scope in State.Guarded)
            {
                scope.IsSettled = false;
            }
        }
    }
}
