using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Approvals.Workflow.Bpmn.Model;

/// <summary>
/// The executable graph of one process (BPMN §10): immutable, shared by all its instances. Elements and flows stand in
/// arrays in the order of the file; their index is part of the format of snapshots, journals name them by id.
/// </summary>
public sealed class ProcessDefinition
{
    private readonly FrozenDictionary<string, int> elementIndexes;
    private readonly FrozenDictionary<string, int> flowIndexes;

    public ProcessDefinition(
        string id,
        string? name,
        ImmutableArray<Element> elements,
        ImmutableArray<SequenceFlow> flows,
        ImmutableArray<ClockDefinition> clocks
    )
    {
        Id = id;
        Name = name;
        Elements = elements;
        Flows = flows;
        Clocks = clocks;
        elementIndexes = elements.ToFrozenDictionary(e => e.Id, e => e.Index, StringComparer.Ordinal);
        flowIndexes = flows.ToFrozenDictionary(f => f.Id, f => f.Index, StringComparer.Ordinal);
        Starts = [.. elements.Where(e => e.Kind == ElementKind.NoneStartEvent).Select(e => e.Index)];
        ImplicitStarts = Starts.IsEmpty
            ? [.. elements.Where(e => e.Incoming.IsEmpty && e is not BoundaryEvent).Select(e => e.Index)]
            : [];
    }

    public string Id { get; }
    public string? Name { get; }

    /// <summary><c>zeebe:versionTag</c>, or null.</summary>
    public string? VersionTag { get; init; }

    public bool IsExecutable { get; init; } = true;
    public SourcePosition Position { get; init; }
    public ImmutableArray<Element> Elements { get; }
    public ImmutableArray<SequenceFlow> Flows { get; }

    /// <summary>承诺时限、法定时限: the clocks of <c>approvals:clocks</c>, in the order of the file.</summary>
    public ImmutableArray<ClockDefinition> Clocks { get; }

    /// <summary>Indexes of the none start events of the process itself.</summary>
    public ImmutableArray<int> Starts { get; }

    /// <summary>Without any start event, every element without an incoming flow starts (BPMN §10.4.2).</summary>
    public ImmutableArray<int> ImplicitStarts { get; }

    public Element? FindElement(string id) => elementIndexes.TryGetValue(id, out var index) ? Elements[index] : null;

    public SequenceFlow? FindFlow(string id) => flowIndexes.TryGetValue(id, out var index) ? Flows[index] : null;

    public int IndexOfClock(string id)
    {
        for (var i = 0; i < Clocks.Length; i++)
        {
            if (Clocks[i].Id == id)
            {
                return i;
            }
        }

        return -1;
    }
}
