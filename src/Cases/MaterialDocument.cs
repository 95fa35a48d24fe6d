namespace Approvals.Cases;

/// <summary>One file of a material: the material's name in the item, the file's own name, its size in bytes.</summary>
/// <param name="Licence">电子证照复用: identifier of the licence that the file is, when the applicant agreed that it be fetched from the register; null for an upload.</param>
public sealed record MaterialDocument(
    string Material,
    string FileName,
    long Bytes,
    DocumentRef Document,
    string? Licence = null
);
