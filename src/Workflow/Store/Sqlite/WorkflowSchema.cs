using Approvals.Kernel.Store;

namespace Approvals.Workflow.Store.Sqlite;

/// <summary>The engine's own tables: definitions, scopes and work tables.</summary>
public static class WorkflowSchema
{
    public static SchemaScripts Scripts { get; } =
        new("workflow", typeof(WorkflowSchema).Assembly, "Approvals.Workflow.Store.Sqlite.Schema");
}
