using Approvals.Cases;
using Approvals.Cases.Catalogue;
using Approvals.Server.Components.CaseAnswers;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Reads.Work;
using Approvals.Server.Texts;
using Approvals.Workflow.Forms;

namespace Approvals.Server.Pages.Work.Decide;

/// <summary>What a clerk said of one line of the check list.</summary>
/// <param name="Problem">Null while nothing is the matter.</param>
public sealed record CheckMark(CorrectionProblem? Problem, string? Reason);

/// <summary>One material or field of the check list, with what was handed in.</summary>
/// <param name="Control">Name of the line's controls in the form.</param>
/// <param name="Given">The answer in words; empty for materials and unanswered fields.</param>
/// <param name="Files">The files of a material.</param>
public sealed record CheckLine(
    string Control,
    CorrectionTarget Target,
    string Name,
    string Caption,
    string? Note,
    string Given,
    IReadOnlyList<CaseDocument> Files
)
{
    /// <summary>Every material of the item and every field of the form: nothing is left to a second notice.</summary>
    public static IReadOnlyList<CheckLine> All(ITexts texts, CaseFacts facts, CaseFile? file)
    {
        var latest = facts.State.Documents.Select(document => document.Document.Id).ToHashSet();
        var files = facts.Documents.Where(document => latest.Contains(document.Id)).ToLookup(each => each.Caption);
        var materials = facts.Item.Item.Materials.Select(
            (material, index) =>
                new CheckLine(
                    "m" + index,
                    CorrectionTarget.Material,
                    material.Name,
                    material.Name,
                    NoteOf(texts, material),
                    "",
                    [.. files[material.Name]]
                )
        );
        var fields = (file?.Form.Fields ?? [])
            .Where(field => field is not FileField)
            .Select(
                (field, index) =>
                    new CheckLine(
                        "f" + index,
                        CorrectionTarget.Field,
                        field.Key,
                        field.Label.Default,
                        null,
                        AnswerRows.Words(texts, field, file!.Answers),
                        []
                    )
            );
        return [.. materials, .. fields];
    }

    public CorrectionPoint? Point(CheckMark mark) =>
        mark.Problem is { } problem
            ? new CorrectionPoint(Target, Name, Caption, problem, (mark.Reason ?? "").Trim())
            : null;

    private static string? NoteOf(ITexts texts, Material material) =>
        material.FilledOnline ? texts["work.check.filled-online"].Plain
        : material.Required ? null
        : material.When is { } when ? texts["work.check.when", ("when", when)].Plain
        : texts["work.check.optional"].Plain;
}
