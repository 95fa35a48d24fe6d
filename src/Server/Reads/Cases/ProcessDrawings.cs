using System.Collections.Concurrent;
using Approvals.Workflow.Diagram;
using Approvals.Workflow.Runtime;

namespace Approvals.Server.Reads.Cases;

/// <summary>The pictures of deployed processes, each read once: a deployment never changes.</summary>
public sealed class ProcessDrawings
{
    private readonly ConcurrentDictionary<long, BpmnDiagram> diagrams = new();

    public BpmnDiagram Of(Deployment deployment) =>
        diagrams.GetOrAdd(deployment.Key, static (_, read) => DiagramReader.Read(read.Xml), deployment);
}
