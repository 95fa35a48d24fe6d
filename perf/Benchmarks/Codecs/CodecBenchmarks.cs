using System.Buffers;
using Approvals.Kernel.Journal;
using Approvals.Load.Engine;
using Approvals.Workflow.Execution.Codecs;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;
using BenchmarkDotNet.Attributes;

namespace Approvals.Benchmarks.Codecs;

/// <summary>What every turn pays besides stepping: the events as bytes, the state as bytes, the leaf over the record.</summary>
public class CodecBenchmarks
{
    private readonly ArrayBufferWriter<byte> output = new(4096);
    private readonly byte[] leaf = new byte[LeafHash.Size];
    private readonly byte[] salt = new byte[LeafHash.SaltSize];
    private readonly IReadOnlyList<WorkflowEvent> events;
    private readonly ProcessInstanceState state;
    private readonly JournalRecord record;

    public CodecBenchmarks()
    {
        (state, var result) = new MemoryInstance(Shape.S3).Start();
        events = result.Events;
        EventCodec.Write(events, output);
        var data = output.WrittenSpan.ToArray();
        record = new JournalRecord(1, 1, 1, "workflow.instance", 1, DateTimeOffset.UnixEpoch, "p:1", data);
    }

    [Benchmark]
    public int EventsWrite()
    {
        output.ResetWrittenCount();
        EventCodec.Write(events, output);
        return output.WrittenCount;
    }

    [Benchmark]
    public int StateWrite()
    {
        output.ResetWrittenCount();
        StateCodec.Write(state, output);
        return output.WrittenCount;
    }

    [Benchmark]
    public byte Leaf()
    {
        LeafHash.Compute(record, salt, leaf);
        return leaf[0];
    }
}
