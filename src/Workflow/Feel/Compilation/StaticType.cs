using Approvals.Workflow.Feel.Ast;
using Approvals.Workflow.Feel.Values;

namespace Approvals.Workflow.Feel.Compilation;

/// <summary>
/// The type that can be seen from the text alone, for `instance of` a function type (DMN 1.5 §10.3.2.9.3); null where it
/// depends on data.
/// </summary>
internal static class StaticType
{
    public static FeelType? Of(Node node)
    {
        switch (node)
        {
            case Literal literal:
                return FeelType.Of(literal.Value.Kind);
            case Binary { Operator: BinaryOperator.Equal or BinaryOperator.NotEqual }:
            case Binary { Operator: BinaryOperator.Less or BinaryOperator.LessEqual }:
            case Binary { Operator: BinaryOperator.Greater or BinaryOperator.GreaterEqual }:
            case Between or In or InstanceOf or Quantified:
                return FeelType.Of(FeelKind.Boolean);
            case ListLiteral { Items: [var first, ..] } list:
                var type = Of(first);
                return type is not null && list.Items.All(item => Of(item) is { } other && other.Kind == type.Kind)
                    ? FeelType.ListOf(type)
                    : FeelType.Of(FeelKind.List);
            case ContextLiteral context:
                return FeelType.ContextOf(
                    context.Entries.Select(entry => new KeyValuePair<string, FeelType>(
                        entry.Name,
                        Of(entry.Value) ?? FeelType.Unknown
                    ))
                );
            default:
                return null;
        }
    }
}
