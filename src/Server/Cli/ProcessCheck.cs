using System.Text;
using Approvals.Workflow.Bpmn;
using Approvals.Workflow.Soundness;

namespace Approvals.Server.Cli;

/// <summary>What is said about one process of a file, or about a file without any; the shape of the JSON line.</summary>
internal sealed class ProcessCheck(
    string file,
    string? process,
    IReadOnlyList<BpmnProblem> problems,
    SoundnessVerdict? verdict
)
{
    public string File { get; } = file;
    public string? Process { get; } = process;

    /// <summary>A file is deployed as a whole: what is wrong in one of its processes keeps them all back.</summary>
    public bool Valid => problems.Count == 0;

    public IEnumerable<object> Problems =>
        problems.Select(problem => new
        {
            rule = problem.Rule,
            element = problem.ElementId,
            line = problem.Line,
            column = problem.Column,
            message = problem.Message,
        });

    public object? Soundness =>
        verdict is null
            ? null
            : new
            {
                verdict.Safe,
                verdict.OptionToComplete,
                verdict.ProperCompletion,
                verdict.DeadElements,
                verdict.Sound,
                CounterExample = verdict.CounterExample?.Steps ?? [],
                CounterExampleOf = NameOf(verdict.CounterExample?.Problem),
                verdict.States,
            };

    /// <summary>The same for people.</summary>
    public string Sentence()
    {
        var text = new StringBuilder();
        text.Append(Process is null ? File : $"{File}, process {Process}")
            .Append(": ")
            .Append(Valid ? "valid" : "not valid")
            .Append(
                verdict is null ? "." : $", {Judged(verdict.Sound, "sound", "not sound", "soundness not decided")}."
            );
        foreach (var problem in problems)
        {
            text.Append($"\n  {problem.Line}:{problem.Column} {problem.Rule}: {problem.Message}");
        }

        if (verdict is not null && verdict.Sound != true)
        {
            Describe(verdict, text);
        }

        return text.ToString();
    }

    private static void Describe(SoundnessVerdict verdict, StringBuilder text)
    {
        text.Append($"\n  safe: {Answer(verdict.Safe)}, option to complete: {Answer(verdict.OptionToComplete)}")
            .Append($", proper completion: {Answer(verdict.ProperCompletion)}, states: {verdict.States}");
        if (verdict.DeadElements is { IsEmpty: false } dead)
        {
            text.Append("\n  can never run: ").AppendJoin(", ", dead);
        }

        if (verdict.CounterExample is { } example)
        {
            text.Append($"\n  how it comes to {Sentence(example.Problem)}:");
            foreach (var step in example.Steps)
            {
                text.Append($"\n    {step.Element} -> ").AppendJoin(", ", step.Tokens);
            }
        }
    }

    private static string Answer(bool? verdict) => Judged(verdict, "yes", "no", "not decided");

    private static string Judged(bool? verdict, string yes, string no, string open) =>
        verdict switch
        {
            true => yes,
            false => no,
            null => open,
        };

    private static string? NameOf(SoundnessProblem? problem) =>
        problem switch
        {
            SoundnessProblem.Unsafe => "safe",
            SoundnessProblem.NoOptionToComplete => "optionToComplete",
            SoundnessProblem.ImproperCompletion => "properCompletion",
            _ => null,
        };

    private static string Sentence(SoundnessProblem problem) =>
        problem switch
        {
            SoundnessProblem.Unsafe => "two tokens on one flow",
            SoundnessProblem.NoOptionToComplete => "a state from which the end can't be reached",
            _ => "an end event with two tokens",
        };
}
