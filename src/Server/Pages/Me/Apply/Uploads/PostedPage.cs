using Approvals.Cases.Handling;
using Approvals.Workflow.Forms;
using Microsoft.Extensions.Primitives;

namespace Approvals.Server.Pages.Me.Apply.Uploads;

/// <summary>One posted page after its body was read: the texts, the files that are stored, and those that were not taken.</summary>
/// <param name="Refused">At most one for each field.</param>
public sealed record PostedPage(
    IReadOnlyDictionary<string, StringValues> Values,
    IReadOnlyList<DraftFile> Files,
    IReadOnlyList<FormFieldError> Refused
)
{
    /// <summary>The stored file whose removal was asked for: its field and its hash.</summary>
    public (string Field, byte[] Sha256)? Removal =>
        ValueOf("_remove").Split('/') is [var name, { Length: 64 } sha256] && sha256.All(char.IsAsciiHexDigit)
            ? (name, Convert.FromHexString(sha256))
            : null;

    public string ValueOf(string name) => Values.TryGetValue(name, out var values) ? values.ToString() : "";

    /// <summary>The answers to the fields; a field that was shown and left empty has none, one that is not declared is not read.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> AnswersTo(IEnumerable<FormField> fields)
    {
        var answers = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var field in fields.Where(field => field is not FileField))
        {
            string[] names = field is MomentField ? [field.Key, field.Key + ".date", field.Key + ".time"] : [field.Key];
            foreach (var name in names)
            {
                if (name == field.Key || Values.ContainsKey(name))
                {
                    answers[name] = [.. Values.GetValueOrDefault(name).OfType<string>()];
                }
            }
        }

        return answers;
    }
}
