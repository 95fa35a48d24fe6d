using Approvals.Workflow.Bpmn;
using BenchmarkDotNet.Attributes;

namespace Approvals.Benchmarks.Reading;

/// <summary>Reading, checking and compiling a real process, as at deployment and at the first use after a start.</summary>
public class BpmnReaderBenchmarks
{
    private readonly string committed = File.ReadAllText(
        Path.Combine(AppContext.BaseDirectory, "workflows", "committed.bpmn")
    );

    [Benchmark]
    public BpmnReading Committed() => BpmnReader.Read(committed);
}
