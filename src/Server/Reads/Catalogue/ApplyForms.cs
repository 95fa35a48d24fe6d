using System.Collections.Concurrent;
using Approvals.Workflow.Forms;

namespace Approvals.Server.Reads.Catalogue;

/// <summary>The forms of <c>workflows/forms</c> by their id, each read once.</summary>
public sealed class ApplyForms
{
    private readonly ConcurrentDictionary<string, Form?> forms = new(StringComparer.Ordinal);

    /// <summary>Null when there is no such form.</summary>
    /// <exception cref="InvalidDataException">The file is no usable form; names the file and what is wrong.</exception>
    public Form? Find(string id) => forms.GetOrAdd(id, Read);

    private static Form? Read(string id)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "workflows", "forms", id + ".form");
        if (!File.Exists(path))
        {
            return null;
        }

        var reading = FormSchema.Parse(File.ReadAllText(path));
        return reading.IsUsable
            ? reading.Form
            : throw new InvalidDataException(
                $"{id}.form: {reading.Problems[0].Component}: {reading.Problems[0].Message}"
            );
    }
}
