using System.Globalization;
using Approvals.Kernel.Calendar;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Execution.Explanation;

/// <summary>Puts the parameters of a reason together.</summary>
internal sealed class Parameters
{
    private readonly FeelContext.Builder entries = new();

    public Parameters Key(long key) => Text("key", key.ToString(CultureInfo.InvariantCulture));

    public Parameters Text(string name, string? value) => Set(name, FeelValue.From(value));

    public Parameters Number(string name, long? value) =>
        Set(name, value is { } number ? FeelValue.From(number) : FeelValue.Null);

    public Parameters Flag(string name, bool value) => Set(name, FeelValue.From(value));

    public Parameters Instant(string name, DateTimeOffset? value) =>
        Text(
            name,
            value?.ToOffset(CivilTime.Offset).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFzzz", CultureInfo.InvariantCulture)
        );

    public Parameters Texts(string name, IEnumerable<string> values) =>
        Set(name, FeelValue.From([.. values.Select(FeelValue.From)]));

    public Parameters List(string name, IEnumerable<FeelContext> values) =>
        Set(name, FeelValue.From([.. values.Select(FeelValue.From)]));

    public FeelContext Build() => entries.Build();

    private Parameters Set(string name, FeelValue value)
    {
        entries.Set(name, value);
        return this;
    }
}
