using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Approvals.Server.Components.ErrorSummary;

/// <summary>What must be put right before going on, each linked to its field. Nothing is shown when there is nothing.</summary>
public sealed record ErrorSummaryView(IReadOnlyList<FieldError> Errors)
{
    public static ErrorSummaryView From(ModelStateDictionary state) =>
        new([
            .. state.SelectMany(entry =>
                entry.Value!.Errors.Select(error => new FieldError(FieldError.IdOf(entry.Key), error.ErrorMessage))
            ),
        ]);
}

/// <param name="FieldId">The id of the control, or empty when the error concerns the whole form.</param>
public sealed record FieldError(string FieldId, string Words)
{
    /// <summary>The id that the field components give the control of a model name.</summary>
    public static string IdOf(string name) =>
        name.Replace('.', '-')
            .Replace("[", "-", StringComparison.Ordinal)
            .Replace("]", string.Empty, StringComparison.Ordinal);
}
