using Approvals.Workflow.Dmn.Model;

namespace Approvals.Workflow.Dmn.Compilation;

/// <summary>
/// The names that contexts of a model may have where FEEL could not read them as one name otherwise: components of types,
/// entries of boxed contexts, columns of relations and outputs of tables, elements of imports.
/// </summary>
internal static class MemberNames
{
    public static void Collect(Definitions definitions, HashSet<string> names)
    {
        foreach (var item in definitions.ItemDefinitions)
        {
            OfItem(item, names);
        }

        foreach (var element in definitions.Elements)
        {
            names.Add(element.Variable.Name);
            var logic = element switch
            {
                Decision decision => decision.Logic,
                BusinessKnowledgeModel knowledge => knowledge.Logic,
                _ => null,
            };
            OfLogic(logic, names);
        }
    }

    private static void OfItem(ItemDefinition item, HashSet<string> names)
    {
        foreach (var component in item.Components)
        {
            names.Add(component.Name);
            OfItem(component, names);
        }
    }

    private static void OfLogic(Expression? logic, HashSet<string> names)
    {
        switch (logic)
        {
            case BoxedContext context:
                names.UnionWith(context.Entries.Select(entry => entry.Variable?.Name).OfType<string>());
                break;
            case Relation relation:
                names.UnionWith(relation.Columns.Select(column => column.Name));
                break;
            case DecisionTable table:
                names.UnionWith(table.Outputs.Select(output => output.Name).OfType<string>());
                break;
        }

        foreach (var part in Parts(logic))
        {
            OfLogic(part, names);
        }
    }

    private static IEnumerable<Expression?> Parts(Expression? logic) =>
        logic switch
        {
            BoxedContext context => context.Entries.Select(entry => entry.Value),
            BoxedList list => list.Items,
            Relation relation => relation.Rows.SelectMany(row => row),
            FunctionDefinition function => [function.Body],
            Invocation invocation => [invocation.Function, .. invocation.Bindings.Select(binding => binding.Value)],
            Conditional choice => [choice.If, choice.Then, choice.Else],
            BoxedFilter filter => [filter.In, filter.Match],
            Iteration iteration => [iteration.In, iteration.Body],
            _ => [],
        };
}
