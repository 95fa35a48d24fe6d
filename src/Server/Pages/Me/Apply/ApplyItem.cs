using Approvals.Cases.Catalogue;
using Approvals.Server.Reads.Catalogue;
using Approvals.Workflow.Forms;

namespace Approvals.Server.Pages.Me.Apply;

/// <summary>An item that can be applied for here, with the pages of its form.</summary>
public sealed class ApplyItem(ItemVersion version, Form form)
{
    public ItemVersion Version => version;

    public Form Form => form;

    public string Code => version.Item.Code;

    public IReadOnlyList<ApplyStep> Steps { get; } = ApplyStep.Of(form);

    public ApplyStep? Step(int number) => number >= 1 && number <= Steps.Count ? Steps[number - 1] : null;

    /// <summary>Null when the item has no form or no process to run.</summary>
    public static ApplyItem? Of(ItemVersion? version, ApplyForms forms) =>
        version is not null
        && CatalogueSnapshot.IsOnline(version.Item)
        && forms.Find(version.Item.ApplyForm!) is { } form
            ? new ApplyItem(version, form)
            : null;
}
