using Approvals.Workflow.Forms;
using Microsoft.Extensions.Primitives;

namespace Approvals.Server.Components.Forms;

/// <summary>
/// The answers in a posted page. Names that begin with an underscore are the page's own (request token, command id,
/// button pressed) and never answers.
/// </summary>
public static class PostedForm
{
    /// <summary>A browser may post a control thousands of times; more than a person can choose is not read.</summary>
    private const int MaxValues = 200;

    /// <param name="files">Uploads that are stored already, by the name of their control: the draft's and this post's.</param>
    public static FormInput Of(
        IEnumerable<KeyValuePair<string, StringValues>> posted,
        IReadOnlyDictionary<string, IReadOnlyList<UploadedFile>> files
    )
    {
        var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (name, texts) in posted)
        {
            if (!name.StartsWith('_'))
            {
                values[name] = [.. texts.OfType<string>().Take(MaxValues)];
            }
        }

        return new(values, files);
    }
}
