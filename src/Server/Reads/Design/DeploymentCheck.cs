using Approvals.Kernel.Calendar;
using Approvals.Workflow.Bpmn;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Dmn;
using Approvals.Workflow.Forms;
using Approvals.Workflow.Library;
using Approvals.Workflow.Simulation.Scenarios;
using Approvals.Workflow.Soundness;

namespace Approvals.Server.Reads.Design;

/// <summary>What keeps a document from being deployed, at its place: the rule that speaks and the engine's own sentence.</summary>
public sealed record DeploymentProblem(string Rule, string? Element, int Line, string Sentence);

/// <summary>Whether a process is sound, and how the check came to no.</summary>
public sealed record ProcessSoundness(string Process, SoundnessVerdict Verdict);

/// <summary>What the engine says of a content before it is deployed: its rules, soundness, and the stories told of it.</summary>
/// <param name="Definitions">The processes; null for other kinds and while there are problems.</param>
public sealed record DeploymentCheck(
    IReadOnlyList<DeploymentProblem> Problems,
    IReadOnlyList<ProcessSoundness> Soundness,
    IReadOnlyList<ScenarioReport> Scenarios,
    Definitions? Definitions
)
{
    /// <summary>Of all its processes: true, false, or null when one is not decided.</summary>
    public bool? IsSound =>
        Soundness.Any(each => each.Verdict.Sound == false) ? false
        : Soundness.All(each => each.Verdict.Sound == true) ? true
        : null;

    public bool IsDeployable => Problems.Count == 0;

    /// <param name="imports">Gives the text of a decision model by its namespace.</param>
    /// <param name="decisions">The texts of the decision models that the stories can call.</param>
    public static DeploymentCheck Of(
        DocumentKind kind,
        string content,
        IReadOnlyList<LibraryDocument> scenarios,
        IReadOnlyCollection<string> decisions,
        Func<string, string?> imports,
        WorkingCalendar calendar
    ) =>
        kind switch
        {
            DocumentKind.Process => OfProcess(content, scenarios, decisions, calendar),
            DocumentKind.Decision => new(OfDecision(content, imports), [], [], null),
            _ => new(
                [
                    .. FormSchema
                        .Parse(content)
                        .Problems.Select(each => new DeploymentProblem("form", each.Component, 0, each.Message)),
                ],
                [],
                [],
                null
            ),
        };

    private static DeploymentCheck OfProcess(
        string content,
        IReadOnlyList<LibraryDocument> scenarios,
        IReadOnlyCollection<string> decisions,
        WorkingCalendar calendar
    )
    {
        var reading = BpmnReader.Read(content);
        var processes = reading.Draft?.Processes.Where(process => !process.IsGlobalTask).ToList() ?? [];
        return new(
            [
                .. reading.Problems.Select(each => new DeploymentProblem(
                    each.Rule,
                    each.ElementId,
                    each.Line,
                    each.Message
                )),
            ],
            [.. processes.Select(each => new ProcessSoundness(each.Name ?? each.Id, SoundnessCheck.Of(each)))],
            [
                .. scenarios.Select(each =>
                    ScenarioSuite.Run(each.Name, each.Content, _ => content, decisions, calendar)
                ),
            ],
            reading.Definitions
        );
    }

    private static List<DeploymentProblem> OfDecision(string content, Func<string, string?> imports)
    {
        var reading = DmnReader.Read(content, import => imports(import.Namespace));
        var problems = reading.Definitions is { } definitions
            ? DecisionModel.Compile(definitions).Problems
            : reading.Problems;
        return [.. problems.Select(each => new DeploymentProblem(each.Rule, each.ElementId, each.Line, each.Message))];
    }
}
