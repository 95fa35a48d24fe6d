using Approvals.Cases.Catalogue;

namespace Approvals.Cases.Notices;

/// <summary>What every paper of a case shares.</summary>
/// <param name="Addressee">The applicant's full name, from the snapshot document.</param>
/// <param name="Issuer">The unit in whose name it is issued, when that is not the item's authority.</param>
/// <param name="Query">查询号, digits only.</param>
public sealed record NoticeFrame(
    string Number,
    string Addressee,
    Item Item,
    string Query,
    DateOnly Submitted,
    DateOnly Date,
    string? Issuer = null
)
{
    /// <summary>The sentence that names the application.</summary>
    internal string Application =>
        $"你（单位）于 {ChineseDates.Long(Submitted)}提出的“{Item.Name}”申请（查询号 {CaseNumber.Grouped(Query)}）";

    internal string Enquiry => $"咨询：{Item.Contact.WindowName} {Item.Contact.Window} 号，{Item.Contact.Phone}。";

    internal NoticeText Text(
        string title,
        IReadOnlyList<string> paragraphs,
        IReadOnlyList<string> list,
        IReadOnlyList<string> closing
    ) => new(title, Number, Addressee, paragraphs, list, closing, Issuer ?? Item.Authority, Date);
}
