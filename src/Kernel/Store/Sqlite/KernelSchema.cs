namespace Approvals.Kernel.Store.Sqlite;

/// <summary>The tables that every room stands on.</summary>
public static class KernelSchema
{
    public static SchemaScripts Scripts { get; } =
        new("kernel", typeof(KernelSchema).Assembly, "Approvals.Kernel.Store.Sqlite.Schema");
}
