using Approvals.Server.Reads.Design;
using Approvals.Workflow.Library;

namespace Approvals.Server.Api.Design;

/// <summary>A document as the editor gets it.</summary>
public sealed record DocumentAnswer(
    string Id,
    string Kind,
    string Name,
    string Folder,
    int Revision,
    string Content,
    string ChangedBy,
    DateTimeOffset ChangedAt,
    bool MayChange,
    DocumentAnswer.DeployedAnswer? Deployed,
    IEnumerable<DocumentAnswer.ScenarioAnswer> Scenarios,
    IEnumerable<DocumentAnswer.DecisionAnswer> Decisions,
    IEnumerable<DocumentAnswer.FormAnswer> Forms,
    IEnumerable<DocumentAnswer.ProcessAnswer> Processes
)
{
    public sealed record DeployedAnswer(int Version, string Key, DateTimeOffset At, string By);

    public sealed record ScenarioAnswer(string Id, string Name, int Revision, string Content);

    public sealed record DecisionAnswer(string Id, string DecisionId, string Name);

    public sealed record FormAnswer(string Id, string FormId, string Name);

    public sealed record ProcessAnswer(string Id, string ProcessId, string Name);

    public static DocumentAnswer Of(OpenDocument found, DesignerNames names, bool mayChange)
    {
        var document = found.Document;
        return new(
            DesignRequest.Text(document.Key),
            DocumentKinds.NameOf(document.Kind),
            document.Name,
            document.Folder,
            document.Revision,
            document.Content,
            names.Of(document.ChangedBy),
            document.Changed,
            mayChange,
            found.Deployed is { } deployed
                ? new(deployed.Version, DesignRequest.Text(deployed.Key), deployed.At, names.Of(deployed.By))
                : null,
            found.Scenarios.Select(each => new ScenarioAnswer(
                DesignRequest.Text(each.Key),
                each.Name,
                each.Revision,
                each.Content
            )),
            Of(
                found,
                DocumentKind.Decision,
                (id, definition) => new DecisionAnswer(id, definition.Id, definition.Name)
            ),
            Of(found, DocumentKind.Form, (id, definition) => new FormAnswer(id, definition.Id, definition.Name)),
            Of(found, DocumentKind.Process, (id, definition) => new ProcessAnswer(id, definition.Id, definition.Name))
        );
    }

    private static IEnumerable<T> Of<T>(
        OpenDocument found,
        DocumentKind kind,
        Func<string, LibraryDefinition, T> answer
    ) =>
        found
            .Definitions.Where(each => each.Kind == kind)
            .Select(each => answer(DesignRequest.Text(each.Document), each));
}
