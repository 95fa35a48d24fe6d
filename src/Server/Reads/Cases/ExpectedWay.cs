using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Server.Reads.Cases;

/// <summary>
/// Which elements are still to come: those that a token could get to at all, and those on the way a case goes when nothing is
/// missing and nothing is refused — at a choice the branch with the most work before the end, never a way back; at a parallel
/// gateway all branches. Linear in the size of the process.
/// </summary>
internal sealed class ExpectedWay
{
    private const int Unseen = -2;
    private const int OnlyBack = -1;
    private readonly ProcessDefinition definition;

    /// <summary>Per element the most elements before an end, <see cref="OnlyBack"/> where every way leads back.</summary>
    private readonly int[] work;
    private readonly HashSet<int> backFlows = [];

    public ExpectedWay(ProcessDefinition definition)
    {
        this.definition = definition;
        work = new int[definition.Elements.Length];
        Array.Fill(work, Unseen);
        var open = new HashSet<int>();
        foreach (var start in definition.Content.Starts.Concat(definition.Content.ImplicitStarts))
        {
            Measure(start, open);
        }

        for (var index = 0; index < work.Length; index++)
        {
            Measure(index, open);
        }
    }

    /// <summary>What a token at one of these elements could get to, boundary events included.</summary>
    public HashSet<int> ReachableFrom(IEnumerable<int> elements)
    {
        var found = new HashSet<int>();
        var waiting = new Queue<int>(elements);
        while (waiting.TryDequeue(out var index))
        {
            var element = definition.Elements[index];
            foreach (var next in element.Outgoing.Select(Target).Concat(element.Boundaries))
            {
                if (found.Add(next))
                {
                    waiting.Enqueue(next);
                }
            }
        }

        return found;
    }

    /// <summary>What is expected after these elements.</summary>
    public HashSet<int> After(IEnumerable<int> elements)
    {
        var way = new HashSet<int>();
        var waiting = new Stack<int>(elements);
        while (waiting.TryPop(out var index))
        {
            foreach (var next in NextOf(definition.Elements[index]))
            {
                if (way.Add(next))
                {
                    waiting.Push(next);
                }
            }
        }

        return way;
    }

    private int Target(int flow) => definition.Flows[flow].Target;

    private IEnumerable<int> NextOf(Element element)
    {
        var forward = element.Outgoing.Where(flow => !backFlows.Contains(flow)).Select(Target).ToList();
        if (forward.Count == 0)
        {
            // The end, or a detour such as a correction: the way goes on where it leads back to.
            return element.Outgoing.Select(Target);
        }

        return element.Kind == ElementKind.ExclusiveGateway ? [forward.MaxBy(target => work[target])] : forward;
    }

    /// <summary>Depth first; a flow to an element that is still open leads back.</summary>
    private int Measure(int index, HashSet<int> open)
    {
        if (work[index] != Unseen)
        {
            return work[index];
        }

        open.Add(index);
        var element = definition.Elements[index];
        var most = element.Outgoing.IsEmpty ? 0 : OnlyBack;
        foreach (var flow in element.Outgoing)
        {
            if (open.Contains(Target(flow)))
            {
                backFlows.Add(flow);
            }
            else
            {
                most = Math.Max(most, Measure(Target(flow), open));
            }
        }

        open.Remove(index);
        return work[index] = most == OnlyBack ? OnlyBack : most + 1;
    }
}
