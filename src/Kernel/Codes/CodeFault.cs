namespace Approvals.Kernel.Codes;

/// <summary>
/// Why a text is not the code it claims to be. A code that came from elsewhere and fails is kept as "unverified" with its
/// fault, never dropped: registers contain such codes, and the person that bears one still has a case.
/// </summary>
public enum CodeFault
{
    None,

    /// <summary>Not the number of characters (or of dotted parts) that the standard asks for.</summary>
    Length,

    /// <summary>A character outside the code's alphabet, at any place.</summary>
    Character,

    /// <summary>The embedded date is no day of the calendar, or lies outside the years the code can carry.</summary>
    BirthDate,

    /// <summary>The organisation code inside a unified social credit code fails its own check.</summary>
    OrganisationCode,

    /// <summary>The last character does not follow from the others.</summary>
    CheckDigit,
}
