using Approvals.Kernel;
using Approvals.Workflow.Bpmn;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;

namespace Approvals.Cases.Tests.Workflows;

/// <summary>A process file run by the engine: people complete tasks, jobs are done at once, every element on the way is noted.</summary>
internal sealed class ProcessRun
{
    public static readonly Actor Citizen = new("p:1001", []);
    public static readonly Actor Clerk = new("p:2001", ["clerk@health"]);
    public static readonly Actor Reviewer = new("p:2002", ["reviewer@health", "approver@health"]);
    public static readonly Actor Approver = new("p:2004", ["approver@health"]);

    private readonly ProcessInstanceState state;
    private readonly List<WorkflowEvent> events = [];
    private readonly List<string> visited = [];
    private UserTaskCreated? open;

    public ProcessRun(string file)
    {
        var reading = BpmnReader.Read(File.ReadAllText(Repository.PathOf(file)));
        reading.Problems.ShouldBeEmpty();
        Definition = reading.Definitions!.Processes.Single();
        state = new(Definition);
        Send(
            Actor.System("test"),
            new StartInstance(
                ProcessInstanceState.KeysPerInstance,
                [
                    new("unit", FeelValue.From("health")),
                    new("applicant", FeelValue.From("p:1001")),
                    new("caseKey", FeelValue.From("1")),
                    new("receivedOn", FeelValue.Null),
                    new("entry", FeelValue.Null),
                    new("handedFrom", FeelValue.Null),
                    new("pauses", FeelValue.Null),
                    new("promisedDays", FeelValue.From(7)),
                    new("legalDays", FeelValue.From(20)),
                ]
            )
        );
    }

    public ProcessDefinition Definition { get; }

    /// <summary>Civil date and hour of the next command.</summary>
    public DateTimeOffset Now { get; set; } = new(2026, 9, 16, 10, 42, 0, TimeSpan.FromHours(8));

    public IReadOnlyList<WorkflowEvent> Events => events;

    /// <summary>Elements in the order in which tokens entered them.</summary>
    public IReadOnlyList<string> Visited => visited;

    public bool IsOver => !state.IsActive;

    /// <summary>The element of the one open user task.</summary>
    public string? At => open?.ElementId;

    public ProcessRun On(int month, int day, int hour = 9)
    {
        Now = new(2026, month, day, hour, 0, 0, TimeSpan.FromHours(8));
        return this;
    }

    public ProcessRun Complete(Actor actor, string element, string? outcome = null)
    {
        At.ShouldBe(element);
        TryComplete(actor, outcome).ShouldBeNull();
        return this;
    }

    public ProcessRun Return(Actor actor, string element, string target)
    {
        At.ShouldBe(element);
        Send(actor, new ReturnUserTask(open!.Key, target, "请再核对")).ShouldBeNull();
        return this;
    }

    /// <summary>The rejection's code, or null when the open task was completed.</summary>
    public string? TryComplete(Actor actor, string? outcome) =>
        Send(actor, new CompleteUserTask(open!.Key, outcome, []))?.Code;

    private Rejection? Send(Actor actor, EngineCommand command)
    {
        var jobs = new Queue<EngineCommand>([command]);
        while (jobs.TryDequeue(out var next))
        {
            var by = next == command ? actor : Actor.System("worker");
            var result = Engine.Step(new StepContext(Now, Repository.Calendar, by), state, next);
            if (result.IsRejected)
            {
                return result.Rejection;
            }

            foreach (var happened in result.Events)
            {
                Note(happened, jobs);
            }
        }

        return null;
    }

    private void Note(WorkflowEvent happened, Queue<EngineCommand> jobs)
    {
        events.Add(happened);
        switch (happened)
        {
            case ElementActivated { ElementId: var element } when element != Definition.Id:
                visited.Add(element);
                break;
            case FlowTaken { FlowId: var flow }:
                visited.Add(flow);
                break;
            case UserTaskCreated created:
                open = created;
                break;
            case UserTaskCompleted:
                open = null;
                break;
            case JobCreated job:
                jobs.Enqueue(new CompleteJob(job.Key, []));
                break;
            case IncidentRaised incident:
                throw new InvalidOperationException($"Incident: {incident}");
        }
    }
}
