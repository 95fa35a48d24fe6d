using Approvals.Workflow.Dmn.Boxed;
using Approvals.Workflow.Dmn.Checking;
using Approvals.Workflow.Dmn.Model;
using Approvals.Workflow.Dmn.Runtime;
using Approvals.Workflow.Feel;
using Approvals.Workflow.Feel.Values;

namespace Approvals.Workflow.Dmn.Compilation;

/// <summary>Compiles a model with its imports: first the types, then a node per element, then their logic.</summary>
internal sealed class GraphCompiler(ModelProblems problems)
{
    private readonly LogicCompiler logic = new(problems);
    private readonly Dictionary<string, ModelUnit> units = new(StringComparer.Ordinal);
    private readonly List<ModelUnit> ordered = [];
    private int count;

    /// <summary>Every table of the models.</summary>
    public IReadOnlyList<CompiledTable> Tables => logic.Tables;

    public Graph Compile(Definitions definitions)
    {
        var main = Unit(definitions, []);
        foreach (var unit in ordered)
        {
            problems.Import = unit == main ? null : unit.Definitions.Namespace;
            foreach (var element in unit.Definitions.Elements)
            {
                unit.Add(NodeOf(element, unit));
            }
        }

        var pending = new List<(FrameLayout Layout, FeelValue[] Values)>();
        foreach (var unit in ordered)
        {
            problems.Import = unit == main ? null : unit.Definitions.Namespace;
            foreach (var node in unit.Nodes)
            {
                Compile(node, unit, pending);
            }
        }

        foreach (var (layout, values) in pending)
        {
            layout.FillFunctions(values);
        }

        problems.Import = null;
        RequirementCycles.Check(main, problems);
        return Index();
    }

    private ModelUnit Unit(Definitions definitions, string[] prefixes)
    {
        if (units.TryGetValue(definitions.Namespace, out var known))
        {
            return known;
        }

        var imports = new List<(Import, ModelUnit)>();
        foreach (var import in definitions.Imports)
        {
            if (import.Definitions is { } imported)
            {
                imports.Add((import, Unit(imported, import.Name.Length == 0 ? prefixes : [.. prefixes, import.Name])));
            }
        }

        problems.Import = prefixes.Length == 0 ? null : definitions.Namespace;
        var types = new ModelTypes(
            definitions,
            imports.Select(each => (PrefixOf(each.Item1.Name), each.Item2.Types)),
            problems
        );
        var unit = new ModelUnit(definitions, imports) { Types = types, Prefixes = prefixes };
        units[definitions.Namespace] = unit;
        ordered.Add(unit);
        return unit;
    }

    private static string PrefixOf(string import) => import.Length == 0 ? "" : import + ".";

    private Node NodeOf(DrgElement element, ModelUnit unit)
    {
        var ns = unit.Definitions.Namespace;
        return element switch
        {
            InputData input => new InputNode(input, count++, TypeOf(element, unit))
            {
                Namespace = ns,
                Prefixes = unit.Prefixes,
            },
            Decision decision => new DecisionNode(decision, count++, TypeOf(element, unit)) { Namespace = ns },
            _ => new FunctionNode(element, count++) { Namespace = ns },
        };
    }

    private static FeelType TypeOf(DrgElement element, ModelUnit unit) =>
        unit.Types.Find(element.Variable.TypeRef, Problem.At(element));

    private void Compile(Node node, ModelUnit unit, List<(FrameLayout, FeelValue[])> pending)
    {
        logic.Element = node.Name;
        switch (node)
        {
            case DecisionNode { Element: Decision decision } own:
                own.Requirements = Layout(decision.Requirements, decision, unit);
                own.Logic = Logic(decision, Declare(unit, own.Requirements));
                break;
            case FunctionNode { Element: BusinessKnowledgeModel knowledge } own:
                var layout = Layout(knowledge.Requirements, knowledge, unit, own);
                var values = new FeelValue[layout.Names.Length];
                pending.Add((layout, values));
                own.Function = new BoxedFunction(
                    Function(knowledge, Declare(unit, layout)),
                    new Frame(layout.Names, values)
                );
                break;
            case FunctionNode { Element: DecisionService service } own:
                own.Function = Service(service, unit);
                break;
        }
    }

    private static Declared Declare(ModelUnit unit, FrameLayout layout) =>
        new Declared(unit.Types, [.. layout.Names]).Typed(
            layout
                .Nodes.Where(node => node.Namespace == unit.Definitions.Namespace)
                .Select(node => node.Element.Variable)
        );

    private BoxedCode Logic(Decision decision, Declared declared)
    {
        // A table without a type of its own takes the decision's, with the order of its values.
        var expression = decision.Logic is DecisionTable { TypeRef: null } table
            ? table with
            {
                TypeRef = decision.Variable.TypeRef,
            }
            : decision.Logic;
        var what = $"The decision '{decision.Name}'";
        var code = expression is null
            ? new BrokenCode("logic.missing", $"{what} has no logic.") { Source = decision.Id }
            : logic.Compile(expression, declared, what);
        return LogicCompiler.Typed(code, decision.Variable.TypeRef, declared, Problem.At(decision), what);
    }

    private FunctionCode Function(BusinessKnowledgeModel knowledge, Declared declared)
    {
        if (knowledge.Logic is not { } definition)
        {
            var missing = new BrokenCode("logic.missing", $"The knowledge model '{knowledge.Name}' has no logic.")
            {
                Source = knowledge.Id,
            };
            return new FunctionCode(knowledge.Name, [], [], FeelType.Any, missing) { Source = knowledge.Id };
        }

        var code = logic.Function(knowledge.Name, definition, declared);
        var type = declared.Types.ResultOf(knowledge.Variable.TypeRef, Problem.At(knowledge));
        var body = new TypedCode(code.Body, type, $"The result of '{knowledge.Name}'") { Source = knowledge.Id };
        return new FunctionCode(knowledge.Name, code.Parameters, code.Types, type, body) { Source = knowledge.Id };
    }

    private ServiceFunction Service(DecisionService service, ModelUnit unit)
    {
        var parameters = new List<(Node, FeelType)>();
        foreach (var href in service.InputData.Concat(service.InputDecisions))
        {
            if (Resolve(href, service, unit) is { } found)
            {
                parameters.Add((found.Node, TypeOfNode(found.Node)));
            }
        }

        var outputs = new List<DecisionNode>();
        foreach (var href in service.OutputDecisions)
        {
            if (Resolve(href, service, unit)?.Node is DecisionNode decision)
            {
                outputs.Add(decision);
            }
        }

        if (outputs.Count == 0)
        {
            problems.Add("service.output", Problem.At(service), $"The service '{service.Name}' decides nothing.");
        }

        foreach (var href in service.EncapsulatedDecisions)
        {
            Resolve(href, service, unit);
        }

        return new ServiceFunction(
            service.Name,
            service.Id,
            [.. parameters],
            [.. outputs],
            unit.Types.ResultOf(service.Variable.TypeRef, Problem.At(service)),
            count
        );
    }

    private static FeelType TypeOfNode(Node node) =>
        node switch
        {
            InputNode input => input.Type,
            DecisionNode decision => decision.Type,
            _ => FeelType.Any,
        };

    private (Node Node, string Import)? Resolve(string href, DrgElement from, ModelUnit unit)
    {
        var found = unit.Resolve(href);
        if (found is null)
        {
            problems.Add(
                "reference.unknown",
                Problem.At(from),
                $"'{from.Name}' refers to '{href}', which is not there."
            );
        }

        return found;
    }

    // A knowledge model may call itself, so it is among its own names.
    private FrameLayout Layout(IEnumerable<string> requirements, DrgElement element, ModelUnit unit, Node? self = null)
    {
        var own = new List<Node>();
        var imported = new List<(string Import, List<Node> Nodes)>();
        foreach (var href in requirements)
        {
            if (Resolve(href, element, unit) is not var (node, import))
            {
                continue;
            }

            if (import.Length == 0)
            {
                own.Add(node);
                continue;
            }

            var at = imported.FindIndex(each => each.Import == import);
            if (at < 0)
            {
                imported.Add((import, [node]));
            }
            else
            {
                imported[at].Nodes.Add(node);
            }
        }

        if (self is not null && !own.Contains(self))
        {
            own.Add(self);
        }

        return new FrameLayout(
            [.. own.Select(node => node.Variable), .. imported.Select(each => each.Import)],
            [
                .. own.Select(node => new FrameEntry(false, [node])),
                .. imported.Select(each => new FrameEntry(true, [.. each.Nodes])),
            ]
        );
    }

    private Graph Index()
    {
        var graph = new Graph(count);
        foreach (var unit in ordered.AsEnumerable().Reverse())
        {
            graph.Add(unit.Nodes, unit.Prefixes);
        }

        return graph;
    }
}
