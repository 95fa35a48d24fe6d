using Approvals.Credentials.Pdf.Reading;
using Approvals.Credentials.Pdf.Syntax;

namespace Approvals.Credentials.Verification;

/// <summary>
/// What revisions after a signature changed. Signing an empty field that nothing locks, adding validation data and adding document
/// timestamps are allowed; before a certification or a lock, adding signature fields too. Everything else is a fault:
/// <c>document.changed</c>, also an object that appears where the signed revision pointed at nothing, and
/// <c>document.locked</c> for what a certification or a lock forbids.
/// </summary>
internal static class LaterChanges
{
    public static (List<LaterChange> Changes, List<Finding> Faults) Between(
        PdfFile signed,
        PdfFile now,
        DocumentRules rules
    )
    {
        var comparison = new RevisionComparison(signed, now, rules);
        if (signed.Root.Number != now.Root.Number)
        {
            comparison.Forbid("document.changed", "the catalog was replaced");
            return (comparison.Changes, comparison.Faults);
        }

        foreach (var (number, place) in now.Places)
        {
            if (!signed.Places.TryGetValue(number, out var before))
            {
                if (comparison.Referenced.Contains(number))
                {
                    comparison.Forbid(
                        "document.changed",
                        $"object {number} fills a place the signed revision left empty"
                    );
                }
            }
            else if (before != place && !comparison.IsHarmless(number))
            {
                comparison.Forbid("document.changed", $"object {number} was changed");
            }
        }

        return (comparison.Changes, comparison.Faults);
    }
}
