using Approvals.Kernel.Store;
using Approvals.Server.Storage;
using Approvals.Workflow.Library;

namespace Approvals.Server.Reads.Design;

/// <summary>How a draft and what is deployed of it stand to each other.</summary>
public enum DraftState
{
    /// <summary>Nothing of it was ever deployed.</summary>
    New,

    /// <summary>The draft is what is deployed.</summary>
    Same,

    /// <summary>The draft was changed since.</summary>
    Differs,
}

/// <summary>A document in a list.</summary>
/// <param name="Defines">Ids that it defines, for the search.</param>
/// <param name="Deployed">The latest deployed version; null when there is none.</param>
public sealed record LibraryLine(
    long Key,
    DocumentKind Kind,
    string Name,
    string Folder,
    int Revision,
    DateTimeOffset Changed,
    string ChangedBy,
    IReadOnlyList<string> Defines,
    DeployedVersion? Deployed,
    DraftState State,
    int Scenarios
);

/// <summary>A folder with how many documents lie in it and below.</summary>
public sealed record LibraryFolder(string Path, string Name, int Depth, int Count);

/// <summary>What is asked of the library; null leaves it open.</summary>
/// <param name="Words">Sought in names and ids, every word of it.</param>
/// <param name="Folder">This folder and what lies below it.</param>
public sealed record LibraryFilter(string? Words, DocumentKind? Kind, string? Folder);

/// <summary>The library as its page shows it.</summary>
public sealed record LibraryView(
    IReadOnlyList<LibraryLine> Lines,
    IReadOnlyList<LibraryFolder> Folders,
    int Total,
    IReadOnlyList<LibraryDocument> Bin
);

/// <summary>Reads the library: folders, documents with their state, and the bin.</summary>
public sealed class LibraryQuery(Platform platform)
{
    public LibraryView Read(LibraryFilter filter) =>
        platform.Readers.Read(session =>
        {
            var all = LibraryReading.All(session);
            var scenarios = all.Where(each => each.Parent is not null)
                .CountBy(each => each.Parent!.Value)
                .ToDictionary();
            var documents = all.Where(each => each.Parent is null).ToList();
            var defined = LibraryReading.Definitions(session).ToLookup(each => each.Document);
            var lines = documents
                .Where(each => Fits(each, defined[each.Key], filter))
                .Select(each => Line(session, each, defined[each.Key], scenarios.GetValueOrDefault(each.Key)));
            return new LibraryView(
                [.. lines],
                [.. Folders(documents)],
                documents.Count,
                LibraryReading.Deleted(session)
            );
        });

    /// <summary>Every folder there is, the way to each included.</summary>
    public static IEnumerable<LibraryFolder> Folders(IEnumerable<LibraryDocument> documents)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var document in documents.Where(each => each.Folder.Length > 0))
        {
            var parts = document.Folder.Split('/');
            for (var depth = 1; depth <= parts.Length; depth++)
            {
                var path = string.Join('/', parts[..depth]);
                counts[path] = counts.GetValueOrDefault(path) + 1;
            }
        }

        return counts.Select(each => new LibraryFolder(
            each.Key,
            each.Key[(each.Key.LastIndexOf('/') + 1)..],
            each.Key.Count(character => character == '/'),
            each.Value
        ));
    }

    private static bool Fits(LibraryDocument document, IEnumerable<LibraryDefinition> defines, LibraryFilter filter)
    {
        if (filter.Kind is { } kind && document.Kind != kind)
        {
            return false;
        }

        if (
            filter.Folder is { Length: > 0 } folder
            && document.Folder != folder
            && !document.Folder.StartsWith(folder + "/", StringComparison.Ordinal)
        )
        {
            return false;
        }

        var text = string.Join('\n', defines.SelectMany(each => new[] { each.Id, each.Name }).Prepend(document.Name));
        return (filter.Words ?? "")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .All(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private static LibraryLine Line(
        SqlSession session,
        LibraryDocument document,
        IEnumerable<LibraryDefinition> defines,
        int scenarios
    )
    {
        var ids = defines.Select(each => each.Id).ToList();
        var deployed = ids is [var first, ..]
            ? DeployedVersion.All(session, document.Kind, first).FirstOrDefault()
            : null;
        return new(
            document.Key,
            document.Kind,
            document.Name,
            document.Folder,
            document.Revision,
            document.Changed,
            document.ChangedBy,
            ids,
            deployed,
            StateOf(document, deployed),
            scenarios
        );
    }

    public static DraftState StateOf(LibraryDocument document, DeployedVersion? deployed) =>
        deployed is null ? DraftState.New
        : deployed.IsOf(document) ? DraftState.Same
        : DraftState.Differs;
}
