using Approvals.Kernel.Store;

namespace Approvals.Cases.Store.Sqlite;

/// <summary>Organisation, catalogue, cases and what belongs to them.</summary>
public static class CasesSchema
{
    public static SchemaScripts Scripts { get; } =
        new("cases", typeof(CasesSchema).Assembly, "Approvals.Cases.Store.Sqlite.Schema");
}
