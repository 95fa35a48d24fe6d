using Approvals.Server.Texts;
using Approvals.Workflow.Bpmn;
using Approvals.Workflow.Bpmn.Rules;
using Approvals.Workflow.Soundness;

namespace Approvals.Server.Api.Design;

/// <summary>The check of a process as the editor gets it.</summary>
public sealed record ProcessCheckAnswer(
    bool Valid,
    IEnumerable<ProblemAnswer> Problems,
    IEnumerable<VerdictAnswer> Processes
);

/// <param name="Level">structure, execution or deployment: what the problem stands in the way of.</param>
/// <param name="Sentence">In the reader's language.</param>
/// <param name="Detail">The engine's own words, when the sentence is the rule's.</param>
/// <param name="Place">See <see cref="BpmnProblem.Place"/>.</param>
public sealed record ProblemAnswer(
    string Rule,
    string Level,
    string? Element,
    int Line,
    int Column,
    string Sentence,
    string? Detail,
    string? Place
);

/// <param name="CounterExampleOf">safe, optionToComplete or properCompletion; null without a counter-example.</param>
public sealed record VerdictAnswer(
    string Process,
    string? Name,
    bool? Sound,
    IEnumerable<string>? DeadElements,
    int States,
    IEnumerable<CounterStep> CounterExample,
    string? CounterExampleOf,
    string Sentence
);

/// <summary>Reads and checks a process as <c>approvals workflow check</c> does, by what deployment asks for.</summary>
internal sealed class ProcessCheckAnswers(ITexts texts)
{
    /// <summary>A model of a hundred elements needs some hundreds; past this a person would wait.</summary>
    private const int States = 60_000;

    public ProcessCheckAnswer Of(string content)
    {
        var reading = BpmnReader.Read(content, BpmnRules.Deployment);
        var processes = reading.Draft?.Processes.Where(process => !process.IsGlobalTask) ?? [];
        return new(
            reading.Problems.Count == 0,
            [.. reading.Problems.Select(Problem)],
            [.. processes.Select(process => Verdict(process.Id, process.Name, SoundnessCheck.Of(process, States)))]
        );
    }

    private ProblemAnswer Problem(BpmnProblem problem)
    {
        var rule = "bpmn-rule." + problem.Rule;
        var isTranslated = texts.Language != "en" && texts.Has(rule);
        return new(
            problem.Rule,
            problem.Level.ToString().ToLowerInvariant(),
            problem.ElementId,
            problem.Line,
            problem.Column,
            isTranslated ? texts[rule].Plain : problem.Message,
            isTranslated ? problem.Message : null,
            problem.Place
        );
    }

    private VerdictAnswer Verdict(string process, string? name, SoundnessVerdict verdict)
    {
        var problem = verdict.CounterExample?.Problem;
        return new(
            process,
            name,
            verdict.Sound,
            verdict.DeadElements,
            verdict.States,
            verdict.CounterExample?.Steps ?? [],
            NameOf(problem),
            Sentence(name ?? process, verdict)
        );
    }

    private string Sentence(string name, SoundnessVerdict verdict)
    {
        var id = verdict switch
        {
            { Sound: true } => "check.sound",
            { Sound: null } => "check.open",
            { Safe: false } => "check.unsafe",
            { OptionToComplete: false } => "check.stuck",
            { ProperCompletion: false } => "check.improper",
            _ => "check.dead",
        };
        return texts[id, ("process", name), ("states", verdict.States)].Plain;
    }

    private static string? NameOf(SoundnessProblem? problem) =>
        problem switch
        {
            SoundnessProblem.Unsafe => "safe",
            SoundnessProblem.NoOptionToComplete => "optionToComplete",
            SoundnessProblem.ImproperCompletion => "properCompletion",
            _ => null,
        };
}
