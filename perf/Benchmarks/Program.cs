using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace Approvals.Benchmarks;

/// <summary>
/// All benchmarks in one process with short iterations, so that a run takes a minute or two: allocations are exact, times
/// are good to a few percent on a quiet machine.
/// </summary>
internal static class Entry
{
    private static void Main(string[] args)
    {
        var job = Job
            .Default.WithToolchain(InProcessEmitToolchain.Instance)
            .WithWarmupCount(4)
            .WithIterationCount(8)
            .WithIterationTime(TimeInterval.FromMilliseconds(150));
        var config = DefaultConfig
            .Instance.AddJob(job)
            .AddDiagnoser(MemoryDiagnoser.Default)
            .HideColumns(Column.Median, Column.RatioSD, Column.Gen1)
            .WithOptions(ConfigOptions.JoinSummary);
        BenchmarkSwitcher.FromAssembly(typeof(Entry).Assembly).Run(args is [] ? ["--filter", "*"] : args, config);
    }
}
