using Approvals.Cases.Handling;
using Approvals.Workflow.Forms;

namespace Approvals.Server.Pages.Me.Apply;

/// <summary>A draft as the form's judge reads it.</summary>
public static class DraftInput
{
    public static FormInput Of(Draft? draft) =>
        draft is null
            ? FormInput.Empty
            : new FormInput(
                draft.Answers,
                draft
                    .Files.GroupBy(file => file.Field, StringComparer.Ordinal)
                    .ToDictionary(
                        group => group.Key,
                        group => (IReadOnlyList<UploadedFile>)[.. group.Select(Upload)],
                        StringComparer.Ordinal
                    )
            );

    private static UploadedFile Upload(DraftFile file) =>
        new(Convert.ToHexStringLower(file.Sha256), file.Name, file.Length);
}
