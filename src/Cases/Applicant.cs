namespace Approvals.Cases;

/// <summary>Whether somebody applies as a citizen or for an enterprise or other organisation.</summary>
public enum ApplicantKind
{
    Citizen,
    Organisation,
}

/// <summary>
/// 申请人 as a case knows him: the account, a name that may be shown, and the snapshot document with everything else
/// (full name, codes, telephone) as it was on the day.
/// </summary>
/// <param name="DisplayName">An organisation's name in full; a citizen's masked (陈*娟), since events can't be erased.</param>
public sealed record Applicant(string PersonId, ApplicantKind Kind, string DisplayName, DocumentRef Snapshot)
{
    public static Applicant Citizen(string personId, string fullName, DocumentRef snapshot) =>
        new(personId, ApplicantKind.Citizen, Mask(fullName), snapshot);

    public static Applicant Organisation(string personId, string name, DocumentRef snapshot) =>
        new(personId, ApplicantKind.Organisation, name.Trim(), snapshot);

    /// <summary>Keeps the first character, and the last one of names longer than two: 陈*娟, 张*, 欧***娜.</summary>
    public static string Mask(string fullName)
    {
        var name = fullName.Trim();
        return name.Length switch
        {
            0 => "",
            1 => "*",
            2 => $"{name[0]}*",
            var length => $"{name[0]}{new string('*', length - 2)}{name[^1]}",
        };
    }
}
