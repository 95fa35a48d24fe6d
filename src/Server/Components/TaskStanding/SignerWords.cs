using Approvals.Server.Components.CaseFactsPicture;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Texts;

namespace Approvals.Server.Components.TaskStanding;

/// <summary>Who is asked to sign, in words: a person, or 审批人 for a group.</summary>
public static class SignerWords
{
    public static string Of(ITexts texts, SignerFact signer) =>
        signer.Asked is { } asked ? DoerWords.Of(texts, asked) : OfGroup(texts, signer.Group!);

    /// <summary>The role of a group <c>role@unit</c>.</summary>
    public static string OfGroup(ITexts texts, string group)
    {
        var role = group[..group.IndexOf('@', StringComparison.Ordinal)];
        return texts.Has("role." + role) ? texts["role." + role].Plain : role;
    }

    /// <summary>待签署, 同意, 不同意, 轮到后签署.</summary>
    public static Text StateOf(ITexts texts, SignerFact signer) =>
        texts[
            signer switch
            {
                { State.HasSigned: true, State.Agrees: true } => "signer.agrees",
                { State.HasSigned: true } => "signer.disagrees",
                { IsTurn: true } => "signer.asked",
                _ => "signer.later",
            }
        ];
}
