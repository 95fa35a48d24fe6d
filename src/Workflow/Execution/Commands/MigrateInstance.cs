using Approvals.Workflow.Execution.Migration;

namespace Approvals.Workflow.Execution.Commands;

/// <summary>The instance goes on in another version, or nothing happens.</summary>
/// <param name="From">Key of the definition that it has now.</param>
/// <param name="To">Key of the definition that it gets.</param>
public sealed record MigrateInstance(long From, long To, MigrationPlan Plan) : EngineCommand;
