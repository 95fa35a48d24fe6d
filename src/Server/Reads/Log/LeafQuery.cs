using Approvals.Kernel.Store;
using Approvals.Server.Storage;

namespace Approvals.Server.Reads.Log;

/// <summary>Which entry of the log says something about a case: positions count from 1, the log's indexes from 0.</summary>
public sealed class LeafQuery(Platform platform)
{
    private static readonly SqlText First = new("SELECT position FROM journal WHERE stream = ?1 AND version = 1");
    private static readonly SqlText Last = new("SELECT max(position) FROM journal WHERE stream = ?1 AND type = ?2");
    private static readonly SqlText OwnerOfLicence = new("SELECT owner FROM licence WHERE identifier = ?1");
    private const string LicenceIssued = "case.licence-issued";

    /// <summary>The entry that gave the case its number.</summary>
    public long? OfSubmission(long caseKey) => platform.Readers.Read(session => session.QueryInteger(First, caseKey));

    /// <summary>The entry by which the licence was issued.</summary>
    public long? OfLicence(string identifier) =>
        platform.Readers.Read(session =>
            session.QueryInteger(OwnerOfLicence, identifier) is { } owner
                ? session.QueryInteger(Last, owner, LicenceIssued)
                : null
        );
}
