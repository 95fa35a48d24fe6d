using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Runtime;

/// <summary>One deployed version of a process. <see cref="Version"/> counts from 1 within the process id.</summary>
public sealed record Deployment(
    long Key,
    string ProcessId,
    int Version,
    string Resource,
    string Xml,
    ProcessDefinition Definition
);
