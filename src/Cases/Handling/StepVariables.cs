using System.Collections.Immutable;
using Approvals.Cases.Commands;
using Approvals.Kernel.Store;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;

namespace Approvals.Cases.Handling;

/// <summary>What a step of the staff tells the process besides its outcome.</summary>
internal static class StepVariables
{
    public static ImmutableArray<Variable> Of(SqlSession session, long owner, CaseCommand command) =>
        command is GrantExtension && LoadedCase.Find(session, owner)?.State.Extension is { } asked
            ? [new("extensionDays", FeelValue.From(asked.Days))]
            : [];
}
