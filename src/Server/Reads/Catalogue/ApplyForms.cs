using System.Collections.Concurrent;
using Approvals.Server.Storage;
using Approvals.Workflow.Forms;
using Approvals.Workflow.Runtime.Forms;

namespace Approvals.Server.Reads.Catalogue;

/// <summary>The deployed forms by their id: always the latest version, each version read once.</summary>
public sealed class ApplyForms(Platform platform)
{
    private readonly ConcurrentDictionary<long, Form> forms = new();

    /// <summary>Null when there is no such form.</summary>
    /// <exception cref="InvalidDataException">What is deployed is no usable form any more; names it and what is wrong.</exception>
    public Form? Find(string id) =>
        platform.Readers.Read(session =>
            FormDeploying.FindLatestKey(session, id) is { } key
                ? forms.GetOrAdd(key, _ => Read(id, FormDeploying.Get(session, key)))
                : null
        );

    private static Form Read(string id, string json)
    {
        var reading = FormSchema.Parse(json);
        return reading.IsUsable
            ? reading.Form
            : throw new InvalidDataException(
                $"{id}.form: {reading.Problems[0].Component}: {reading.Problems[0].Message}"
            );
    }
}
