using Approvals.Cases;
using Approvals.Cases.Commands;
using Approvals.Cases.Notices;
using Approvals.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Pages.Work.Decide;

/// <summary>
/// 一次性补正: one check list of every material and every field, so that everything is told at once; the notice is shown before
/// it leaves. A case that has had its notice gets no second one, and the page says why.
/// </summary>
public sealed class CorrectModel(DecisionServices services) : PaperDecisionModel(services)
{
    public override string Outcome => "correct";

    protected override NoticeKind Kind => NoticeKind.Correction;

    /// <summary>By the control of the line: <c>Ok</c>, <c>Missing</c> or <c>Wrong</c>.</summary>
    [BindProperty]
    public Dictionary<string, string?> Problem { get; set; } = [];

    [BindProperty]
    public Dictionary<string, string?> Reason { get; set; } = [];

    public IReadOnlyList<CheckLine> Lines =>
        field ??= CheckLine.All(Texts, Facts, Services.Files.Find(Facts.Row.Key, Facts.Item));

    public CheckMark MarkOf(CheckLine line) =>
        new(
            Problem.GetValueOrDefault(line.Control) switch
            {
                nameof(CorrectionProblem.Missing) => CorrectionProblem.Missing,
                nameof(CorrectionProblem.Wrong) => CorrectionProblem.Wrong,
                _ => null,
            },
            Reason.GetValueOrDefault(line.Control)
        );

    private List<CorrectionPoint> Points =>
        [.. Lines.Select(line => line.Point(MarkOf(line))).OfType<CorrectionPoint>()];

    protected override void Validate()
    {
        if (Points.Count == 0)
        {
            ModelState.AddModelError(string.Empty, Texts.Of(Rejection.Of("case.correction-empty")).Plain);
        }

        foreach (var line in Lines)
        {
            if (line.Point(MarkOf(line)) is { Reason: "" } point)
            {
                var rejection = Rejection.Of("case.correction-without-reason", ("point", point.Caption));
                ModelState.AddModelError($"Reason[{line.Control}]", Texts.Of(rejection).Plain);
            }
        }
    }

    protected override NoticeText Draw() => Services.Preview.Correction(Facts.Row.Key, Points);

    protected override CaseCommand Command() => new RequestCorrection(Points);
}
