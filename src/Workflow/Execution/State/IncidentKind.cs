namespace Approvals.Workflow.Execution.State;

/// <summary>What kept an element instance from going on.</summary>
public enum IncidentKind
{
    /// <summary>An expression gave null with a diagnostic.</summary>
    Expression,

    /// <summary>A value has a kind or range that its place doesn't allow.</summary>
    Value,

    /// <summary>A condition gave something else than true or false.</summary>
    Condition,

    /// <summary>No outgoing flow's condition held and there is no default.</summary>
    NoFlow,

    /// <summary>A job failed and has no retries left.</summary>
    Job,

    /// <summary>Nobody catches an error.</summary>
    Error,

    /// <summary>What is to be called is missing, or may not be called.</summary>
    Call,

    /// <summary>A decision is missing, or gave no result.</summary>
    Decision,
}
