using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Forms.Validation;

/// <summary>
/// Uploads by number, name and size. The document holds a list of contexts <c>{ sha256, name, bytes }</c>; whether the
/// content is what the name says is for whoever stores it to judge.
/// </summary>
internal static class FileJudge
{
    private const int MaxName = 200;

    public static Judgement Judge(FileField field, IReadOnlyList<UploadedFile> files)
    {
        if (files.Count == 0)
        {
            return Judgement.Empty;
        }

        var most = field.Multiple ? FileField.MaxFiles : 1;
        if (files.Count > most)
        {
            return Judgement.Wrong(field, FormErrors.FileCount, ("max", most));
        }

        var values = new List<FeelValue>();
        foreach (var file in files)
        {
            var name = NameOf(file.Name);
            if (name is null || !field.Extensions.Contains(Path.GetExtension(name).ToLowerInvariant()))
            {
                var extensions = string.Join(", ", field.Extensions.Select(e => e[1..]));
                return Judgement.Wrong(field, FormErrors.FileType, ("file", name ?? ""), ("extensions", extensions));
            }

            if (file.Bytes <= 0)
            {
                return Judgement.Wrong(field, FormErrors.FileEmpty, ("file", name));
            }

            if (file.Bytes > field.MaxBytes)
            {
                return Judgement.Wrong(field, FormErrors.FileSize, ("file", name), ("max", field.MaxBytes));
            }

            var value = new FeelContext.Builder()
                .Set("sha256", FeelValue.From(file.Sha256))
                .Set("name", FeelValue.From(name))
                .Set("bytes", FeelValue.From(file.Bytes));
            values.Add(FeelValue.From(value.Build()));
        }

        return Judgement.Of(FeelValue.From(values));
    }

    /// <summary>The last part of what the browser calls the file; null when it can't be a name.</summary>
    private static string? NameOf(string posted)
    {
        var last = posted[(posted.LastIndexOfAny(['/', '\\']) + 1)..];
        var name = Cleaning.Text(last, multiline: false);
        return name is { Length: > 0 and <= MaxName } ? name : null;
    }
}
