using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Soundness.Nets;

/// <summary>
/// Translates the inside of one scope into a net, under the abstraction of the soundness check: conditions are free choices, every
/// event may happen while it is waited for, a multi-instance or loop activity runs once, a non-interrupting event happens at
/// most once per activation of what it belongs to.
/// </summary>
internal sealed partial class NetBuilder
{
    private readonly ProcessDefinition definition;
    private readonly int scope;
    private readonly ScopeContent content;
    private readonly Func<int, ScopeBehavior> behaviorOf;
    private readonly Catchers catchers;
    private readonly NetPlaces places;
    private readonly Dictionary<int, (int Armed, int Spent)> listeners = [];

    /// <param name="definition">The process.</param>
    /// <param name="scope">Index of the sub-process, -1 for the process itself.</param>
    /// <param name="behaviorOf">The behaviour of a sub-process directly inside, by its index.</param>
    public NetBuilder(ProcessDefinition definition, int scope, Func<int, ScopeBehavior> behaviorOf)
    {
        this.definition = definition;
        this.scope = scope;
        this.behaviorOf = behaviorOf;
        content = definition.ContentOf(scope);
        catchers = new(definition);
        places = new(definition);
    }

    public ScopeNet Build()
    {
        // Positions have to be known before the elements are translated: they are entries like flows.
        var beginnings = Beginnings();
        foreach (var element in Inside())
        {
            switch (element)
            {
                case ThrowEvent { LinkTarget: >= 0 and var target }:
                    places.At(definition.Elements[target]);
                    break;
                case UserTask task:
                    foreach (var edge in task.Returns.Where(edge => edge.Target >= 0))
                    {
                        places.At(definition.Elements[edge.Target]);
                    }

                    break;
            }
        }

        foreach (var eventSubProcess in content.EventSubProcesses)
        {
            AddListener(eventSubProcess);
        }

        foreach (var element in Inside())
        {
            Add(element);
        }

        return places.ToNet(beginnings);
    }

    private IEnumerable<Element> Inside() => content.Elements.Select(index => definition.Elements[index]);

    private void Add(Element element)
    {
        switch (element.Kind)
        {
            case ElementKind.NoneEndEvent:
            case ElementKind.TerminateEndEvent:
            case ElementKind.ResultEndEvent:
            case ElementKind.ResultThrowEvent:
            case ElementKind.LinkThrowEvent:
                AddThrowing(element);
                break;
            case ElementKind.ExclusiveGateway:
            case ElementKind.ParallelGateway:
            case ElementKind.InclusiveGateway:
            case ElementKind.ComplexGateway:
            case ElementKind.EventBasedGateway:
                AddGateway(element);
                break;
            case ElementKind.BoundaryEvent:
            case ElementKind.EventSubProcess:
                // With the activity they stand on, or as what the scope listens to.
                break;
            default:
                AddActivity(element);
                break;
        }
    }

    private WaysOut WaysOutOf(Element element) => WaysOut.Of(element, definition, places);

    /// <summary>A transition that goes on by the given ways.</summary>
    private static Transition Step(Element element, int[] takes, WaysOut ways) =>
        new()
        {
            Element = element.Index,
            Takes = takes,
            Gives = ways.Gives,
            Free = [.. ways.Free.Select(place => new Outlet(place, place, [], ElementSet.Empty))],
            IfNone = ways.IfNone,
            MayChooseNone = ways.MayChooseNone,
            Covers = ElementSet.Of(element.Index),
        };

    private void Put(Transition transition) => places.Transitions.Add(transition);
}
