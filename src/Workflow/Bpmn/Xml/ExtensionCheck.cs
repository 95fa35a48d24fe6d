namespace Approvals.Workflow.Bpmn.Xml;

/// <summary>
/// Holds the <c>zeebe:</c> and <c>approvals:</c> extensions of a whole file against <see cref="ExtensionVocabulary"/>. Unknown vendors'
/// extensions are kept and have no effect; those of known engines are for <see cref="VendorExtensions"/>.
/// </summary>
internal sealed class ExtensionCheck(ProblemList problems)
{
    private const string Unknown = "extension.unknown";
    private const string Value = "extension.value";

    public static void Check(BpmnNode root, ProblemList problems) => new ExtensionCheck(problems).CheckNode(root);

    private void CheckNode(BpmnNode node)
    {
        foreach (var attribute in node.Attributes)
        {
            if (IsOurs(attribute.Namespace) && !ExtensionVocabulary.IsHarmlessAttribute(attribute.Name))
            {
                problems.Add(Unknown, node, $"The extension attribute '{attribute.Name}' isn't executed here.");
            }
        }

        foreach (var child in node.Children)
        {
            if (child.IsBpmn("extensionElements"))
            {
                foreach (var extension in child.Children.Where(each => IsOurs(each.Namespace)))
                {
                    CheckExtension(node, extension);
                }
            }
            else if (child.Namespace == BpmnNames.Bpmn)
            {
                CheckNode(child);
            }
        }
    }

    private void CheckExtension(BpmnNode node, BpmnNode extension)
    {
        if (ExtensionVocabulary.InsteadOf(extension.Name) is { } instead)
        {
            problems.Add(Unknown, extension, $"The extension <{extension.Name}> isn't executed here: {instead}.");
        }
        else if (!ExtensionVocabulary.MayStandOn(node.Name, extension.Name))
        {
            problems.Add(Unknown, extension, $"The extension <{extension.Name}> isn't executed on <{node.Name}>.");
        }
        else
        {
            CheckAttributes(extension);
            foreach (var below in extension.Descendants())
            {
                CheckAttributes(below);
            }
        }
    }

    private void CheckAttributes(BpmnNode extension)
    {
        if (!IsOurs(extension.Namespace) || ExtensionVocabulary.AttributesOf(extension.Name) is not { } known)
        {
            problems.Add(Unknown, extension, $"The extension <{extension.Name}> isn't executed here.");
            return;
        }

        foreach (var attribute in extension.Attributes)
        {
            if (attribute.Namespace.Length == 0 && !known.Contains(attribute.Name))
            {
                problems.Add(
                    Unknown,
                    extension,
                    $"The attribute '{attribute.Name}' of <{extension.Name}> isn't executed here."
                );
            }
            else if (Expected(extension, attribute) is { } expected)
            {
                problems.Add(Value, extension, $"{attribute.Name}=\"{attribute.Value}\" is not {expected}.");
            }
        }
    }

    /// <summary>What the value would have to be; null when it is right.</summary>
    private static string? Expected(BpmnNode extension, BpmnAttribute attribute) =>
        attribute.Name switch
        {
            "bindingType" when attribute.Value is not ("latest" or "deployment" or "versionTag") =>
                "latest, deployment or versionTag",
            "bindingType" when attribute.Value == "versionTag" && extension["versionTag"] is not { Length: > 0 } =>
                "possible without a versionTag",
            "propagateAllParentVariables"
            or "propagateAllChildVariables"
            or "allowed" when attribute.Value is not ("true" or "false") => "true or false",
            _ => null,
        };

    private static bool IsOurs(string ns) => ns is BpmnNames.Zeebe or BpmnNames.Approvals;
}
