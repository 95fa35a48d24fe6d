using Approvals.Server.Components.ProcessPicture;
using Approvals.Server.Reads.Design;
using Approvals.Server.Texts;
using Approvals.Workflow.Diagram;
using Approvals.Workflow.Library.Comparison;

namespace Approvals.Server.Pages.Design.Deploy;

/// <summary>The two versions as pictures: what is new and what changed on the one to be deployed, what goes on the one that runs.</summary>
internal static class ComparisonPicture
{
    /// <summary>Null when it is no process or can't be drawn.</summary>
    public static ProcessPictureView? New(ITexts texts, PreparedDeployment prepared)
    {
        var comparison = prepared.Comparison;
        var marks = Marks(comparison?.Added, ElementMark.Added)
            .Concat(Marks(comparison?.Changed.Select(each => each.New), ElementMark.Changed));
        return Draw(texts, prepared, prepared.Content, "design.picture.new", "next", marks);
    }

    /// <summary>Null also when nothing goes.</summary>
    public static ProcessPictureView? Old(ITexts texts, PreparedDeployment prepared) =>
        prepared is { Deployed: var (_, content), Comparison.Removed: { Count: > 0 } removed }
            ? Draw(texts, prepared, content, "design.picture.old", "now", Marks(removed, ElementMark.Removed))
            : null;

    private static ProcessPictureView? Draw(
        ITexts texts,
        PreparedDeployment prepared,
        string content,
        string caption,
        string prefix,
        IEnumerable<KeyValuePair<string, ElementMark>> marks
    )
    {
        if (DocumentPicture.Diagram(prepared.Document.Kind, content) is not { Nodes.Count: > 0 } diagram)
        {
            return null;
        }

        var state = new DiagramState(texts["case.picture.title", ("process", prepared.Document.Name)].Plain)
        {
            Marks = marks.ToDictionary(StringComparer.Ordinal),
        };
        var options = new DiagramOptions { Classes = "wide", IdPrefix = prefix };
        return new(DiagramSvg.Render(diagram, state, options), Caption: texts[caption].Plain);
    }

    private static IEnumerable<KeyValuePair<string, ElementMark>> Marks(
        IEnumerable<DocumentPart>? parts,
        ElementMark mark
    ) => (parts ?? []).Select(part => KeyValuePair.Create(part.Id, mark));
}
