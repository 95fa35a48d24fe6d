using Approvals.Server.Storage;
using Approvals.Workflow.Library;

namespace Approvals.Server.Reads.Design;

/// <summary>The documents as files: one, or all of them as a bundle. Scenarios name their process as its file is called.</summary>
public sealed class BundleQuery(Platform platform)
{
    public IReadOnlyList<BundleFile> All() =>
        platform.Readers.Read(session =>
        {
            var documents = LibraryReading.All(session);
            var names = documents.ToDictionary(each => each.Key, each => each.FileName);
            var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            return documents
                .Where(each => each.Parent is null || names.ContainsKey(each.Parent.Value))
                .Select(each => Free(File(each, documents, names), taken))
                .ToList();
        });

    private static BundleFile File(
        LibraryDocument document,
        List<LibraryDocument> documents,
        Dictionary<long, string> names
    ) =>
        document.Parent is { } parent
            ? new(
                documents.Find(each => each.Key == parent)!.Folder,
                document.Kind,
                document.Name,
                ScenarioModel.With(document.Content, names[parent])
            )
            : new(document.Folder, document.Kind, document.Name, document.Content);

    /// <summary>Scenarios of two processes of a folder may bear one name.</summary>
    private static BundleFile Free(BundleFile file, HashSet<string> taken)
    {
        var free = file;
        for (var number = 2; !taken.Add(free.Path); number++)
        {
            free = file with { Name = $"{file.Name} {number}" };
        }

        return free;
    }
}
