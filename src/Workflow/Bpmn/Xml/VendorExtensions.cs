namespace Approvals.Workflow.Bpmn.Xml;

/// <summary>
/// Finds the extensions of other engines that change how a model runs, and says what to write instead: such a file is refused with the
/// whole list, not half-run.
/// </summary>
internal static class VendorExtensions
{
    public static void Check(BpmnNode node, ProblemList problems)
    {
        foreach (var attribute in node.Attributes)
        {
            if (BpmnNames.VendorOf(attribute.Namespace) is { } vendor && !VendorVocabulary.IsHarmless(attribute.Name))
            {
                problems.Add(
                    "vendor",
                    node,
                    $"The attribute '{attribute.Name}' is an extension of {vendor}: {VendorVocabulary.InsteadOf(attribute.Name)}."
                );
            }
        }

        foreach (var child in node.Children)
        {
            if (BpmnNames.VendorOf(child.Namespace) is not { } vendor)
            {
                Check(child, problems);
            }
            else if (!VendorVocabulary.IsHarmless(child.Name))
            {
                problems.Add(
                    "vendor",
                    child,
                    $"<{child.Name}> is an extension of {vendor}: {VendorVocabulary.InsteadOf(child.Name)}."
                );
            }
        }
    }
}
