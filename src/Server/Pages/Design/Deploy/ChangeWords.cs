using Approvals.Server.Texts;
using Approvals.Workflow.Library.Comparison;

namespace Approvals.Server.Pages.Design.Deploy;

/// <summary>Differences between two versions in words: what is known by a name has it, everything else is named as the file does.</summary>
internal static class ChangeWords
{
    private const int Longest = 200;

    /// <summary>受理（用户任务）: the name or id of a part, and what it is.</summary>
    public static string Of(ITexts texts, DocumentPart part)
    {
        var kind = Known(texts, "design.part." + part.Kind.ToLowerInvariant(), part.Kind);
        return texts["design.part", ("name", part.Name.Length > 0 ? part.Name : part.Id), ("kind", kind)].Plain;
    }

    /// <summary>名称：旧 → 新.</summary>
    public static string Of(ITexts texts, FactChange fact) =>
        texts[
            "design.fact-change",
            ("fact", Known(texts, "design.fact." + fact.Path.ToLowerInvariant(), fact.Path)),
            ("old", Cut(fact.Old) ?? texts["design.none"].Plain),
            ("new", Cut(fact.New) ?? texts["design.none"].Plain)
        ].Plain;

    private static string Known(ITexts texts, string id, string otherwise) =>
        texts.Has(id) ? texts[id].Plain : otherwise;

    private static string? Cut(string? value) => value is { Length: > Longest } ? value[..Longest] + "…" : value;
}
