using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Approvals.Server.Components.ErrorSummary;

/// <summary>What must be put right before going on, each linked to its field. Nothing is shown when there is nothing.</summary>
public sealed record ErrorSummaryView(IReadOnlyList<FieldError> Errors)
{
    /// <param name="order">The names of the fields as they stand in the form; what is not named comes last.</param>
    public static ErrorSummaryView From(ModelStateDictionary state, params IReadOnlyList<string> order)
    {
        var errors =
            from entry in state
            orderby Place(order, entry.Key)
            from error in entry.Value!.Errors
            select new FieldError(FieldError.IdOf(entry.Key), error.ErrorMessage);
        return new ErrorSummaryView([.. errors]);
    }

    private static int Place(IReadOnlyList<string> order, string name)
    {
        for (var place = 0; place < order.Count; place++)
        {
            if (order[place] == name)
            {
                return place;
            }
        }

        return order.Count;
    }
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
