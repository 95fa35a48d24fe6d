namespace Approvals.Cases;

/// <summary>What a point of a correction notice is tied to.</summary>
public enum CorrectionTarget
{
    /// <summary>A material of the item, by its name.</summary>
    Material,

    /// <summary>A field of the form, by its key.</summary>
    Field,
}

/// <summary>What is the matter with it.</summary>
public enum CorrectionProblem
{
    Missing,
    Wrong,
}

/// <summary>补正内容: one missing or wrong thing, and what to do about it (行政许可法 art. 32: all of them, at once).</summary>
/// <param name="Name">The material's name or the field's key.</param>
/// <param name="Caption">The field's label as the applicant knows it; a material's name again.</param>
public sealed record CorrectionPoint(
    CorrectionTarget Target,
    string Name,
    string Caption,
    CorrectionProblem Problem,
    string Reason
);
