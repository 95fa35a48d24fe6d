using Approvals.Workflow.Bpmn;
using Approvals.Workflow.Bpmn.Rules;
using Approvals.Workflow.Soundness;

namespace Approvals.Conformance.Tests;

/// <summary>What <c>approvals workflow check</c> says of a file, and of one process in it.</summary>
internal sealed class Check
{
    private readonly BpmnReading reading;
    private readonly Lazy<SoundnessVerdict> verdict;

    private Check(BpmnReading reading, string process)
    {
        this.reading = reading;
        verdict = new(() =>
        {
            var processes = reading.Draft?.Processes ?? [];
            var chosen = process.Length == 0 ? processes.First() : processes.Single(each => each.Id == process);
            return SoundnessCheck.Of(chosen);
        });
    }

    /// <param name="process">The id of a process; empty for the first one.</param>
    public static Check Of(string xml, string process) => new(BpmnReader.Read(xml, BpmnRules.Structure), process);

    /// <summary>Every claim of the section that doesn't hold.</summary>
    public IEnumerable<string> Broken(Expectation expectation)
    {
        foreach (var (key, value) in expectation.Claims)
        {
            var broken = key switch
            {
                "valid" => Valid(value),
                "sound" => Same(value, verdict.Value.Sound),
                "safe" => Same(value, verdict.Value.Safe),
                "optionToComplete" => Same(value, verdict.Value.OptionToComplete),
                "properCompletion" => Same(value, verdict.Value.ProperCompletion),
                "dead" => Dead(value),
                _ => throw new FormatException($"'{key}:' is no claim about a check."),
            };
            if (broken is not null)
            {
                yield return $"{key}: {broken}";
            }
        }
    }

    /// <summary><c>true</c>, <c>false</c>, or <c>false at a b</c> when the problem has to be found at one of these elements.</summary>
    private string? Valid(string value)
    {
        var problems = string.Join('\n', reading.Problems);
        var words = value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if ((words[0] == "true") != (reading.Problems.Count == 0))
        {
            return $"expected {words[0]}. {problems}";
        }

        return words.Length < 3 || words[2..].Any(id => reading.Problems.Any(problem => problem.ElementId == id))
            ? null
            : $"no problem at {string.Join(' ', words[2..])}: {problems}";
    }

    private string? Same(string expected, bool? actual)
    {
        var text = actual switch
        {
            true => "true",
            false => "false",
            null => "null",
        };
        return expected == text ? null : $"expected {expected} but got {text}. {Text(verdict.Value)}";
    }

    private string? Dead(string value)
    {
        var expected = value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal);
        var actual = verdict.Value.DeadElements?.Order(StringComparer.Ordinal);
        return actual is not null && expected.SequenceEqual(actual, StringComparer.Ordinal)
            ? null
            : $"expected '{value}' but got {(actual is null ? "null" : string.Join(' ', actual))}";
    }

    private static string Text(SoundnessVerdict verdict) =>
        $"safe {verdict.Safe}, option {verdict.OptionToComplete}, proper {verdict.ProperCompletion}, "
        + $"dead [{(verdict.DeadElements is { } dead ? string.Join(' ', dead) : "null")}], {verdict.States} states, "
        + $"{verdict.CounterExample?.Problem} {string.Join(' ', verdict.CounterExample?.Steps.Select(step => step.Element) ?? [])}";
}
