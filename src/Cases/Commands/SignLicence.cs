namespace Approvals.Cases.Commands;

/// <summary>Somebody signed the licence with the key of their certificate.</summary>
/// <param name="Before">What was signed before them; null when they are the first.</param>
/// <param name="Document">The paper with their signature.</param>
/// <param name="Certificate">SHA-256, lower-case hexadecimal.</param>
public sealed record SignLicence(string Field, DocumentRef? Before, DocumentRef Document, string Certificate)
    : CaseCommand;
