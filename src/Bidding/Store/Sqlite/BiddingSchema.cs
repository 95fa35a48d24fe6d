using Approvals.Kernel.Store;

namespace Approvals.Bidding.Store.Sqlite;

/// <summary>Tenders, what is sealed for them, and what opens it.</summary>
public static class BiddingSchema
{
    public static SchemaScripts Scripts { get; } =
        new("bidding", typeof(BiddingSchema).Assembly, "Approvals.Bidding.Store.Sqlite.Schema");
}
