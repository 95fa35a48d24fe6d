using Approvals.Kernel;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;
using Approvals.Server.Reads.Design;
using Approvals.Workflow.Library;

namespace Approvals.Server.Storage;

/// <summary>
/// Fills the library with the files of <c>workflows/</c> and with what is deployed, as far as no document defines it yet: a new data
/// folder begins with everything, a later version of the platform adds what came with it.
/// </summary>
public sealed class LibrarySeed(Platform platform)
{
    private const string Modeller = "library";
    private static readonly Actor Seeder = Actor.System("seed");

    private static readonly SqlText Deployed = new(
        """
        SELECT 0, process_id, key, resource FROM process_definition p
        WHERE version = (SELECT max(version) FROM process_definition o WHERE o.process_id = p.process_id)
        UNION ALL
        SELECT 1, decision_id, model, (SELECT resource FROM decision_model m WHERE m.key = model) FROM decision_definition d
        WHERE version = (SELECT max(version) FROM decision_definition o WHERE o.decision_id = d.decision_id)
        UNION ALL
        SELECT 2, form_id, key, resource FROM form_definition f
        WHERE version = (SELECT max(version) FROM form_definition o WHERE o.form_id = f.form_id)
        ORDER BY 1, 2
        """
    );

    public async Task FillAsync(string folder)
    {
        var files = Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => (Name: Path.GetFileName(path), Path: path))
            .Where(file => DocumentKinds.OfFile(file.Name) is not null)
            .Select(file => (file.Name, Text: File.ReadAllText(file.Path)))
            .ToList();
        await platform.SendAsync(Seeder, scope => Fill(scope, files));
    }

    private static TurnAnswer Fill(TurnScope scope, IReadOnlyList<(string Name, string Text)> files)
    {
        var added = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (name, text) in files)
        {
            if (DocumentKinds.OfFile(name) is { Kind: not DocumentKind.Scenario and var kind, Name: var stem })
            {
                Add(scope, kind, name, stem, text, added);
            }
        }

        foreach (var (kind, key, resource) in FindDeployed(scope))
        {
            Add(scope, kind, resource, null, DeployedVersion.Content(scope.Session, kind, key), added);
        }

        foreach (var (name, text) in files)
        {
            if (
                DocumentKinds.OfFile(name) is { Kind: DocumentKind.Scenario, Name: var stem }
                && ScenarioModel.Of(text) is { } model
                && added.TryGetValue(model, out var process)
            )
            {
                Create(scope, DocumentKind.Scenario, stem, FolderOf(DocumentKind.Process), text, process);
            }
        }

        return TurnAnswer.Done();
    }

    private static void Add(
        TurnScope scope,
        DocumentKind kind,
        string file,
        string? stem,
        string text,
        Dictionary<string, long> added
    )
    {
        if (
            DocumentContent.Read(kind, text).Content is not { Definitions: [var first, ..] }
            || LibraryReading.DefinedBy(scope.Session, kind, first.Id) is not null
        )
        {
            return;
        }

        var folder = FolderOf(kind);
        var wished = DocumentNames.Tidy(first.Name.Length > 0 ? first.Name : stem ?? first.Id, Modeller);
        added[file] = Create(scope, kind, LibraryTurns.FreeName(scope, kind, wished, folder), folder, text, null);
    }

    private static long Create(
        TurnScope scope,
        DocumentKind kind,
        string name,
        string folder,
        string text,
        long? parent
    )
    {
        var (key, refusal) = LibraryTurns.Create(scope, kind, name, folder, text, parent, ChangeKind.Imported);
        return refusal is null ? key : throw new InvalidDataException($"{name}: {refusal.Code}");
    }

    private static List<(DocumentKind Kind, long Key, string Resource)> FindDeployed(TurnScope scope)
    {
        var found = new List<(DocumentKind, long, string)>();
        using var rows = scope.Session.Query(Deployed);
        while (rows.Next())
        {
            found.Add(((DocumentKind)rows.Integer(0), rows.Integer(2), rows.Text(3)));
        }

        return found;
    }

    private static string FolderOf(DocumentKind kind) =>
        kind switch
        {
            DocumentKind.Process => "流程",
            DocumentKind.Decision => "决策",
            _ => "表单",
        };
}
