using Approvals.Workflow.Execution;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Execution.State;
using WorkflowEngine = Approvals.Workflow.Execution.Engine;

namespace Approvals.Load.Engine;

/// <summary>Runs whole instances through <c>Engine.Step</c> (which applies its events), without a store.</summary>
internal sealed class MemoryInstance(Shape shape)
{
    private static readonly StepContext Context = new(
        new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(8)),
        Shape.Calendar,
        Shape.Actor
    );

    private long number;

    /// <summary>Runs one instance from start to end and gives its state; anything but a completed one is a fault.</summary>
    public ProcessInstanceState Run()
    {
        var state = new ProcessInstanceState(shape.Definition);
        Step(state, new StartInstance(++number * ProcessInstanceState.KeysPerInstance, shape.Start));
        foreach (var variables in shape.Completions)
        {
            Step(state, new CompleteUserTask(state.Waits.Items[0].Key, null, variables));
        }

        return state.Status == InstanceStatus.Completed
            ? state
            : throw new InvalidOperationException($"{shape.Name} ended as {state.Status}.");
    }

    /// <summary>Starts an instance and gives it as it waits for its first task, with the events of the step.</summary>
    public (ProcessInstanceState State, StepResult Result) Start()
    {
        var state = new ProcessInstanceState(shape.Definition);
        var key = ++number * ProcessInstanceState.KeysPerInstance;
        return (state, WorkflowEngine.Step(Context, state, new StartInstance(key, shape.Start)));
    }

    private static void Step(ProcessInstanceState state, EngineCommand command)
    {
        if (WorkflowEngine.Step(Context, state, command).Rejection is { } rejection)
        {
            throw new InvalidOperationException($"{command.GetType().Name} was rejected: {rejection.Code}.");
        }
    }
}
