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
    private UpstreamPaths?[]? upstream;
    private List<int>[]? predecessors;

    public ProcessDefinition(
        string id,
        string? name,
        ImmutableArray<Element> elements,
        ImmutableArray<SequenceFlow> flows,
        ImmutableArray<ClockDefinition> clocks,
        ScopeContent content
    )
    {
        Id = id;
        Name = name;
        Elements = elements;
        Flows = flows;
        Clocks = clocks;
        elementIndexes = elements.ToFrozenDictionary(e => e.Id, e => e.Index, StringComparer.Ordinal);
        flowIndexes = flows.ToFrozenDictionary(f => f.Id, f => f.Index, StringComparer.Ordinal);
        Content = content;
        GuardedJoins = [.. elements.Where(element => element.IsGuardedJoin).Select(element => element.Index)];
    }

    public string Id { get; }
    public string? Name { get; }

    /// <summary><c>zeebe:versionTag</c>, or null.</summary>
    public string? VersionTag { get; init; }

    public bool IsExecutable { get; init; } = true;
    public SourcePosition Position { get; init; }

    /// <summary>True for a global task (BPMN §10.3.7), which is only there to be called: its one element bears its id.</summary>
    public bool IsGlobalTask => Elements is [var only] && only.Id == Id;

    public ImmutableArray<Element> Elements { get; }
    public ImmutableArray<SequenceFlow> Flows { get; }

    /// <summary>承诺时限、法定时限: the clocks of <c>approvals:clocks</c>, in the order of the file.</summary>
    public ImmutableArray<ClockDefinition> Clocks { get; }

    /// <summary>The process's own inside: what stands in no sub-process.</summary>
    public ScopeContent Content { get; }

    /// <summary>The gateways whose tokens wait until the engine finds that they may go on; see <see cref="Element.IsGuardedJoin"/>.</summary>
    public ImmutableArray<int> GuardedJoins { get; }

    /// <summary>The paths to a gateway, computed when they are first asked for. Two threads may both compute them; either result serves.</summary>
    public UpstreamPaths PathsTo(int gateway)
    {
        upstream ??= new UpstreamPaths?[Elements.Length];
        predecessors ??= UpstreamPaths.PredecessorsIn(this);
        return upstream[gateway] ??= new(this, predecessors, gateway);
    }

    public Element? FindElement(string id) => elementIndexes.TryGetValue(id, out var index) ? Elements[index] : null;

    public SequenceFlow? FindFlow(string id) => flowIndexes.TryGetValue(id, out var index) ? Flows[index] : null;

    /// <summary>The inside of the scope whose element index is given, of the process for -1.</summary>
    public ScopeContent ContentOf(int scope) => scope < 0 ? Content : ((SubProcess)Elements[scope]).Content;

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
