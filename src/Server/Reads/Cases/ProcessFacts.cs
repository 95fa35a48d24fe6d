using Approvals.Workflow.Diagram;

namespace Approvals.Server.Reads.Cases;

/// <summary>Where a case stands in its process.</summary>
/// <param name="Diagram">The picture of the process version that the case runs on.</param>
/// <param name="Steps">By element id: every element of the process.</param>
/// <param name="TakenFlows">Ids of the flows that a token passed.</param>
public sealed record ProcessFacts(
    BpmnDiagram Diagram,
    string ProcessName,
    IReadOnlyDictionary<string, StepFact> Steps,
    IReadOnlySet<string> TakenFlows
);

/// <summary>What happened at one element; of several visits the last one counts.</summary>
/// <param name="Since">When it was entered; null before.</param>
/// <param name="Until">When it was left; null before.</param>
/// <param name="By">Who completed its task, or has claimed it; null for elements without a person.</param>
/// <param name="IsApplicants">The task is the applicant's own.</param>
/// <param name="IsForPerson">A task that a person does.</param>
/// <param name="IsStart">The start event.</param>
/// <param name="IsActivity">Work is done there: no event and no gateway.</param>
/// <param name="IsExpected">
/// Still to come when nothing is missing and nothing is refused (<see cref="ExpectedWay"/>).
/// </param>
/// <param name="Rounds">Set while an activity that repeats runs.</param>
public sealed record StepFact(
    string Element,
    string Name,
    Progress Progress,
    DateTimeOffset? Since,
    DateTimeOffset? Until,
    Doer? By,
    bool IsApplicants,
    bool IsForPerson,
    bool IsStart,
    bool IsActivity,
    bool IsExpected,
    RoundFact? Rounds = null
);

/// <summary>Of an activity that repeats: how many rounds are done, and of how many; null while nobody knows.</summary>
public sealed record RoundFact(int Completed, int? Total);
