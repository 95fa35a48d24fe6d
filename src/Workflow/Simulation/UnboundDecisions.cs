using Approvals.Workflow.Execution;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Simulation;

/// <summary>Stands for every decision under <c>--unbound=complete</c>: it gives null.</summary>
internal sealed class UnboundDecisions : IDecisions
{
    public CalledDecisionResult Evaluate(DecisionReference decision, IFeelScope inputs, FeelEnvironment environment) =>
        new(FeelValue.Null, """{"unbound":true}""");
}
