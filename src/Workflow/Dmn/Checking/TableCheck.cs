using Approvals.Workflow.Dmn.Explaining;

namespace Approvals.Workflow.Dmn.Checking;

public enum TableFindingKind
{
    /// <summary>No rule matches the example, and the table has no default for it.</summary>
    Gap,

    /// <summary>Rules match the example together, against the hit policy.</summary>
    Overlap,

    /// <summary>The rule can never decide: its tests exclude each other, or other rules always go before it.</summary>
    Unreachable,
}

/// <summary>
/// One thing wrong with a table. Rules are numbered from 1; the example is an input per column that shows it, as FEEL text,
/// `-` where any value will do.
/// </summary>
public sealed record TableFinding(
    TableFindingKind Kind,
    IReadOnlyList<int> Rules,
    IReadOnlyList<ExplainedValue> Example,
    string Message
);

/// <summary>
/// The static check of one table. <paramref name="Undecided"/> is null when the findings are all there are; else it says why
/// the table, or a part of it, could not be analysed. Inputs that are null are outside of the check.
/// </summary>
public sealed record TableCheck(
    string Element,
    string? TableId,
    int Line,
    int Column,
    IReadOnlyList<TableFinding> Findings,
    string? Undecided
);
