using Approvals.Server.Storage;
using Approvals.Workflow.Library;

namespace Approvals.Server.Reads.Design;

/// <summary>A document with what an editor needs beside it.</summary>
/// <param name="Definitions">What all documents of the library define: what can be called and bound.</param>
public sealed record OpenDocument(
    LibraryDocument Document,
    DeployedVersion? Deployed,
    IReadOnlyList<LibraryDocument> Scenarios,
    IReadOnlyList<LibraryDefinition> Definitions
)
{
    public DraftState State => LibraryQuery.StateOf(Document, Deployed);
}

/// <summary>Reads one document of the library; null when there is none or it lies in the bin. Scenarios are read with their process.</summary>
public sealed class DocumentQuery(Platform platform)
{
    public OpenDocument? Find(long key) =>
        platform.Readers.Read(session =>
            LibraryReading.Find(session, key) is { Deleted: null, Parent: null } document
                ? new OpenDocument(
                    document,
                    DeployedVersion.Latest(session, document),
                    LibraryReading.ScenariosOf(session, key),
                    LibraryReading.Definitions(session)
                )
                : null
        );
}
