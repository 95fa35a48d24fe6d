using Approvals.Load.Engine;
using Approvals.Workflow.Execution.State;
using BenchmarkDotNet.Attributes;

namespace Approvals.Benchmarks.Engine;

/// <summary>One instance from start to end by Step and Apply, no store. S1 and S2 are one step, S3 is four.</summary>
public class EngineBenchmarks
{
    private readonly MemoryInstance s1 = new(Shape.S1);
    private readonly MemoryInstance s2 = new(Shape.S2);
    private readonly MemoryInstance s3 = new(Shape.S3);

    [Benchmark]
    public ProcessInstanceState S1() => s1.Run();

    [Benchmark]
    public ProcessInstanceState S2() => s2.Run();

    [Benchmark]
    public ProcessInstanceState S3() => s3.Run();
}
