using Approvals.Kernel;
using Approvals.Kernel.Turns;

namespace Approvals.Workflow.Library;

/// <summary>
/// Takes files into the library, all or none: a file whose process, decision or form id a document defines becomes the next revision of
/// that document, every other one becomes a document. A scenario goes to the process of the file that it names.
/// </summary>
public static class LibraryImport
{
    private const string Unnamed = "未命名";

    /// <summary>The documents that were added or changed; a file that is what the library has already changes nothing.</summary>
    public static (IReadOnlyList<long> Documents, Rejection? Refusal) Run(
        TurnScope scope,
        IReadOnlyList<BundleFile> files
    )
    {
        var documents = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var file in files.OrderBy(each => each.Kind == DocumentKind.Scenario))
        {
            var (key, refusal) =
                file.Kind == DocumentKind.Scenario ? Story(scope, file, documents) : Model(scope, file);
            if (refusal is not null)
            {
                return ([], Rejection.Of("library.file") with { Arguments = Arguments(file, refusal) });
            }

            documents[file.Path] = key;
        }

        return ([.. documents.Values.Distinct()], null);
    }

    private static (long, Rejection?) Model(TurnScope scope, BundleFile file)
    {
        var (content, malformed) = DocumentContent.Read(file.Kind, file.Text);
        if (content is null)
        {
            return (0, malformed);
        }

        if (
            content.Definitions is [var first, ..]
            && LibraryReading.DefinedBy(scope.Session, file.Kind, first.Id) is { } known
            && LibraryReading.Find(scope.Session, known) is { Deleted: null } document
        )
        {
            return (known, LibraryTurns.Save(scope, known, document.Revision, file.Text, ChangeKind.Imported).Refusal);
        }

        return Add(scope, file, null);
    }

    private static (long, Rejection?) Story(TurnScope scope, BundleFile file, Dictionary<string, long> imported)
    {
        var model = ScenarioModel.Of(file.Text) ?? "";
        var path = file.Folder.Length == 0 ? model : file.Folder + "/" + model;
        var process = imported.TryGetValue(path, out var beside)
            ? beside
            : LibraryReading
                .All(scope.Session)
                .Find(each => each.Kind == DocumentKind.Process && each.FileName == model)
                ?.Key;
        if (process is not { } parent)
        {
            return (0, Rejection.Of("library.scenario-needs-process"));
        }

        var known = LibraryReading.ScenariosOf(scope.Session, parent).Find(each => each.Name == file.Name);
        return known is null
            ? Add(scope, file, parent)
            : (known.Key, LibraryTurns.Save(scope, known.Key, known.Revision, file.Text, ChangeKind.Imported).Refusal);
    }

    private static (long, Rejection?) Add(TurnScope scope, BundleFile file, long? parent)
    {
        var wished = DocumentNames.Tidy(file.Name, Unnamed);
        var name = LibraryTurns.FreeName(scope, file.Kind, wished, file.Folder, parent);
        return LibraryTurns.Create(scope, file.Kind, name, file.Folder, file.Text, parent, ChangeKind.Imported);
    }

    /// <summary>The refusal names the file; the page says the sentence of its <c>code</c> behind it.</summary>
    private static Dictionary<string, string> Arguments(BundleFile file, Rejection refusal)
    {
        var arguments = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in refusal.Arguments ?? arguments)
        {
            arguments[name] = value;
        }

        arguments["file"] = file.Path;
        arguments["code"] = refusal.Code;
        return arguments;
    }
}
