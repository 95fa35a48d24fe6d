using Approvals.Kernel;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Simulation;

/// <summary>Who does the tasks of a run that names nobody.</summary>
internal static class RunActors
{
    /// <summary>A person who may do the task and has done no other.</summary>
    public static Actor Fitting(UserTaskState task) =>
        task switch
        {
            { Assignee: { } assignee } => new(assignee, []),
            { CandidateGroups.IsEmpty: true, CandidateUsers: [var user, ..] } => new(user, []),
            _ => new($"system:run-{task.Key}", task.CandidateGroups),
        };
}
