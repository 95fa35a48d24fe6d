using Approvals.Credentials.Licences;
using Approvals.Workflow.Feel;

namespace Approvals.Cases.Printing;

/// <summary>
/// The lines of a licence, from the item's FEEL template over the answers of the form: a list of
/// <c>{label: …, value: …}</c>. Which answers a licence shows is the catalogue's affair, not code.
/// </summary>
public static class LicenceFields
{
    /// <exception cref="InvalidDataException">The template does not compile or gives no such list; an incident of the job.</exception>
    public static IReadOnlyList<LicenceField> From(string template, FeelValue answers, DateTimeOffset now)
    {
        var compiled = FeelExpression.Compile(template);
        if (compiled.Expression is not { } expression)
        {
            throw new InvalidDataException($"The licence template can't be read: {compiled.Diagnostics[0].Message}");
        }

        var environment = new FeelEnvironment { Now = now };
        var value = expression.Evaluate(new Answers(answers), environment);
        if (value.Kind != FeelKind.List)
        {
            var why = environment.Diagnostics.Count > 0 ? environment.Diagnostics[0].Message : "it gives no list";
            throw new InvalidDataException($"The licence template fails: {why}");
        }

        return [.. value.AsList().Select(Field)];
    }

    private static LicenceField Field(FeelValue entry) =>
        entry.Kind == FeelKind.Context
        && entry.AsContext().TryGetValue("label", out var label)
        && entry.AsContext().TryGetValue("value", out var value)
        && label.Kind == FeelKind.String
        && value.Kind == FeelKind.String
            ? new LicenceField(label.AsString(), value.AsString())
            : throw new InvalidDataException($"A line of the licence template is no label and value: {entry}");

    private sealed class Answers(FeelValue answers) : IFeelScope
    {
        public bool TryGetValue(string name, out FeelValue value)
        {
            value = FeelValue.Null;
            return answers.Kind == FeelKind.Context && answers.AsContext().TryGetValue(name, out value);
        }
    }
}
