namespace Approvals.Cases.Catalogue;

/// <summary>
/// An article of a law that carries the item. <see cref="Verified"/> only where the article itself was read in the text
/// that <see cref="Source"/> names; otherwise <see cref="Note"/> says what was seen.
/// </summary>
/// <param name="Version">Date of the law's version, ISO.</param>
public sealed record LegalReference(
    string Law,
    bool Verified,
    int? Article = null,
    string? Version = null,
    string? Source = null,
    string? Note = null
);
