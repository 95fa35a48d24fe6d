namespace Approvals.Workflow.Bpmn;

/// <summary>What a problem stands in the way of; each level includes those before it.</summary>
public enum ProblemLevel
{
    /// <summary>The file breaks the XML schema or a constraint of the standard: it is not valid BPMN 2.0.</summary>
    Structure,

    /// <summary>This engine can't run it.</summary>
    Execution,

    /// <summary>It runs, but somebody or something is left without an owner.</summary>
    Deployment,
}
