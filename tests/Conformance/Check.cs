using Approvals.Workflow.Bpmn;
using Approvals.Workflow.Bpmn.Rules;

namespace Approvals.Conformance.Tests;

/// <summary>What <c>approvals workflow check</c> says of a file.</summary>
internal sealed class Check
{
    private readonly BpmnReading reading;

    private Check(BpmnReading reading) => this.reading = reading;

    public static Check Of(string xml, string process)
    {
        _ = process;
        return new(BpmnReader.Read(xml, BpmnRules.Structure));
    }

    public IEnumerable<string> Broken(Expectation expectation)
    {
        foreach (var (key, value) in expectation.Claims)
        {
            if (key == "valid" && Valid(value) is { } broken)
            {
                yield return $"valid: {broken}";
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
}
