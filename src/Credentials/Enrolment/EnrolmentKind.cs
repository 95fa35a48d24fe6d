using Approvals.Credentials.Authority;

namespace Approvals.Credentials.Enrolment;

/// <summary>
/// What somebody may have a certificate as. <see cref="Id"/> also ends the text ids <c>certificate.kind.*</c>.
/// </summary>
/// <param name="Roles">One of them must be held (the first half of a group <c>role@unit</c>); empty: everybody may ask.</param>
/// <param name="NeedsApproval">Somebody else looks at it before it is issued.</param>
public sealed record EnrolmentKind(
    string Id,
    CredentialKind Profile,
    IReadOnlyList<string> Roles,
    bool NeedsApproval,
    int Days
)
{
    private const int OneYear = 365;
    private const int TwoYears = 730;

    /// <summary>申请人: registered with name and number, which is all the certificate says.</summary>
    public static readonly EnrolmentKind Applicant = new("applicant", CredentialKind.Person, [], false, TwoYears);

    /// <summary>窗口、审查、审批和监察人员: the post is the approval, and it is checked.</summary>
    public static readonly EnrolmentKind Clerk = new(
        "clerk",
        CredentialKind.Person,
        ["clerk", "reviewer", "inspector", "approver", "supervisor"],
        false,
        OneYear
    );

    /// <summary>印章管理员: signs with a department's seal.</summary>
    public static readonly EnrolmentKind SealHolder = new(
        "seal-holder",
        CredentialKind.Seal,
        ["approver"],
        true,
        OneYear
    );

    /// <summary>招标代理机构.</summary>
    public static readonly EnrolmentKind Agency = new("agency", CredentialKind.Person, [], true, OneYear);

    /// <summary>投标人.</summary>
    public static readonly EnrolmentKind Bidder = new("bidder", CredentialKind.Person, [], true, OneYear);

    /// <summary>评标专家.</summary>
    public static readonly EnrolmentKind Expert = new("expert", CredentialKind.Person, [], true, OneYear);

    /// <summary>解密密钥保管人.</summary>
    public static readonly EnrolmentKind KeyHolder = new("key-holder", CredentialKind.Person, [], true, OneYear);

    public static readonly IReadOnlyList<EnrolmentKind> All =
    [
        Applicant,
        Clerk,
        SealHolder,
        Agency,
        Bidder,
        Expert,
        KeyHolder,
    ];

    public static EnrolmentKind? Find(string? id) => All.FirstOrDefault(kind => kind.Id == id);

    /// <summary>The unit of the first group that lets its holder have this kind; null for a kind without a unit.</summary>
    public string? UnitOf(IEnumerable<string> groups) =>
        groups
            .Select(group => group.Split('@', 2))
            .FirstOrDefault(parts => parts.Length == 2 && Roles.Contains(parts[0], StringComparer.Ordinal))
            ?[1];

    public bool IsOpenTo(IEnumerable<string> groups) => Roles.Count == 0 || UnitOf(groups) is not null;
}
