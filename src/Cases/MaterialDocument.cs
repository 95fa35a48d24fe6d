namespace Approvals.Cases;

/// <summary>One uploaded file of a material: the material's name in the item, the file's own name, its size in bytes.</summary>
public sealed record MaterialDocument(string Material, string FileName, long Bytes, DocumentRef Document);
