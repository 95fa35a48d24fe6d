using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Dmn.Boxed;

/// <summary>
/// A boxed filter (DMN 1.5 §10.2.1.9): keeps the items for which the match is true; it sees `item` and its fields. Unlike in
/// `list[…]` a number is no position.
/// </summary>
internal sealed class FilterCode(BoxedCode list, BoxedCode match) : BoxedCode
{
    public override FeelValue Evaluate(IFeelScope scope, FeelEnvironment environment)
    {
        var value = list.Evaluate(scope, environment);
        var items =
            value.Kind == FeelKind.List ? value.AsList()
            : value.IsNull ? []
            : [value];
        var kept = new List<FeelValue>();
        for (var i = 0; i < items.Count; i++)
        {
            environment.Step();
            var holds = match.Evaluate(new ItemScope(scope) { Item = items[i] }, environment);
            if (holds.Kind is not (FeelKind.Boolean or FeelKind.Null))
            {
                return Fail(environment, "type", $"A condition is true or false, not {TypeMessage.Short(holds)}.");
            }

            if (holds.IsTrue)
            {
                kept.Add(items[i]);
            }
        }

        return FeelValue.From(kept);
    }
}
