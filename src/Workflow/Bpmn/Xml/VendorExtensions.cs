namespace Approvals.Workflow.Bpmn.Xml;

/// <summary>Which vendors' extensions stand in a file and change how it runs; such a file is refused, not half-run.</summary>
internal static class VendorExtensions
{
    public static void Check(BpmnNode node, ProblemList problems)
    {
        CheckVendors(node, problems);
        foreach (var child in node.Children)
        {
            Check(child, problems);
        }
    }

    private static void CheckVendors(BpmnNode node, ProblemList problems)
    {
        if (BpmnNames.VendorOf(node.Namespace) is { } vendor)
        {
            problems.Add(
                "vendor",
                node,
                $"<{node.Name}> is an extension of {vendor}; express it with zeebe extensions and FEEL."
            );
        }

        foreach (var attribute in node.Attributes)
        {
            if (BpmnNames.VendorOf(attribute.Namespace) is { } vendorOfAttribute && !IsHarmless(attribute.Name))
            {
                problems.Add(
                    "vendor",
                    node,
                    $"The attribute '{attribute.Name}' is an extension of {vendorOfAttribute}; express it with zeebe extensions and FEEL."
                );
            }
        }
    }

    /// <summary>Housekeeping of the old engines that changes nothing in how a model runs.</summary>
    private static bool IsHarmless(string attribute) =>
        attribute
            is "historyTimeToLive"
                or "isStartableInTasklist"
                or "versionTag"
                or "modelerTemplate"
                or "modelerTemplateVersion"
                or "diagramRelationId";
}
