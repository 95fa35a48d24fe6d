using System.Globalization;
using Approvals.Cases;
using Approvals.Cases.Catalogue;
using Approvals.Cases.Commands;
using Approvals.Cases.Notices;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Pages.Work.Decide;

/// <summary>受理: the clock of the promise starts and the notice leaves. In a green channel papers may follow by a day.</summary>
public sealed class AcceptModel(DecisionServices services) : PaperDecisionModel(services)
{
    public override string Outcome => "accept";

    protected override NoticeKind Kind => NoticeKind.Acceptance;

    [BindProperty]
    public string? Remark { get; set; }

    /// <summary>先办后补: the last day of a paper, by the place of the material in the item; empty for what is not owed.</summary>
    [BindProperty]
    public Dictionary<string, string?> Owed { get; set; } = [];

    /// <summary>Materials that may follow; none outside a green channel.</summary>
    public IReadOnlyList<(int Index, Material Material, bool IsThere)> MayFollow =>
        Facts.Row.CaseType != CaseType.GreenChannel
            ? []
            :
            [
                .. Facts
                    .Item.Item.Materials.Index()
                    .Where(each => !each.Item.FilledOnline)
                    .Select(each =>
                        (
                            each.Index,
                            each.Item,
                            Facts.State.Documents.Exists(document => document.Material == each.Item.Name)
                        )
                    ),
            ];

    public async Task<IActionResult> OnPostAsync(long task, CancellationToken cancellation)
    {
        if (!await FindAsync(task, cancellation))
        {
            return NotFound();
        }

        Validate();
        return ModelState.IsValid ? await SendAsync(Command()) : Page();
    }

    protected override void Validate() => _ = ReadOwed(ModelState.AddModelError);

    protected override NoticeText Draw() => Services.Preview.Acceptance(Facts.Row.Key, Remark);

    protected override CaseCommand Command() => new AcceptCase(Remark, ReadOwed((_, _) => { }));

    private List<OwedPaper> ReadOwed(Action<string, string> wrong)
    {
        var owed = new List<OwedPaper>();
        foreach (var (index, material, _) in MayFollow)
        {
            if (Owed.GetValueOrDefault(index.ToString(CultureInfo.InvariantCulture)) is not { Length: > 0 } text)
            {
                continue;
            }

            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, default, out var day))
            {
                owed.Add(new OwedPaper(material.Name, day));
            }
            else
            {
                var rejection = Approvals.Kernel.Rejection.Of("case.owed-day", ("material", material.Name));
                wrong($"Owed[{index}]", Texts.Of(rejection).Plain);
            }
        }

        return owed;
    }
}
