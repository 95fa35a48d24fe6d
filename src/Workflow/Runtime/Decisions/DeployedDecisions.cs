using Approvals.Kernel.Store;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Runtime.Decisions;

/// <summary>
/// The deployed decisions, as business rule tasks see them: the latest version, or the one deployed last by the time the calling
/// process was. Decisions have no version tags: one that is asked for is not there.
/// </summary>
internal sealed class DeployedDecisions(DecisionCache cache, DefinitionCache processes, SqlSession session) : IDecisions
{
    private static readonly SqlText Latest = new(
        "SELECT model FROM decision_definition WHERE decision_id = ?1 ORDER BY version DESC LIMIT 1"
    );

    private static readonly SqlText Together = new(
        """
        SELECT d.model FROM decision_definition d JOIN decision_model m ON m.key = d.model
        JOIN process_definition caller ON caller.key = ?2
        WHERE d.decision_id = ?1 AND m.at <= caller.at ORDER BY d.version DESC LIMIT 1
        """
    );

    public CalledDecisionResult? Evaluate(DecisionReference decision, IFeelScope inputs, FeelEnvironment environment)
    {
        var model = decision.Binding switch
        {
            ResourceBinding.Latest => session.QueryInteger(Latest, decision.DecisionId),
            ResourceBinding.Deployment => session.QueryInteger(
                Together,
                decision.DecisionId,
                processes.KeyOf(decision.Caller)
            ),
            _ => null,
        };
        return model is { } key
            ? CalledDecisions.Evaluate(cache.Get(session, key), decision.DecisionId, inputs, environment)
            : null;
    }
}
