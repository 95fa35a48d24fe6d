using System.Collections.Immutable;
using System.Globalization;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Bpmn.Xml;

/// <summary>
/// Reads how an activity repeats (BPMN §10.3.8): the standard elements, and <c>zeebe:loopCharacteristics</c> before them.
/// </summary>
internal sealed class LoopBuilder(TriggerBuilder triggers, DataIndex data, FeelCompiler feel)
{
    public LoopCharacteristics? Of(BpmnNode activity)
    {
        if (activity.Bpmn("standardLoopCharacteristics") is { } loop)
        {
            return new StandardLoop(
                loop.Bpmn("loopCondition") is { } condition ? feel.Standard(condition) : null,
                loop.Is("testBefore"),
                int.TryParse(loop["loopMaximum"], NumberStyles.Integer, CultureInfo.InvariantCulture, out var maximum)
                    ? maximum
                    : null
            );
        }

        return activity.Bpmn("multiInstanceLoopCharacteristics") is { } multiple ? Multiple(activity, multiple) : null;
    }

    private MultiInstance Multiple(BpmnNode activity, BpmnNode loop)
    {
        var zeebe = loop.Extension(BpmnNames.Zeebe, "loopCharacteristics");
        var behavior = Enum.TryParse<MultiInstanceBehavior>(loop["behavior"], out var named)
            ? named
            : MultiInstanceBehavior.All;
        return new MultiInstance(loop.Is("isSequential"))
        {
            Cardinality = loop.Bpmn("loopCardinality") is { } cardinality ? feel.Standard(cardinality) : null,
            CompletionCondition = loop.Bpmn("completionCondition") is { } done ? feel.Standard(done) : null,
            InputCollection = zeebe?["inputCollection"] is { Length: > 0 } input
                ? feel.Expression(zeebe, input)
                : StandardInput(activity, loop),
            InputElement =
                zeebe?["inputElement"] is { Length: > 0 } item ? item
                : loop.Bpmn("inputDataItem") is { } inputItem ? DataNames.Variable(inputItem)
                : null,
            OutputCollection = zeebe?["outputCollection"] is { Length: > 0 } output
                ? output
                : StandardOutput(activity, loop),
            OutputElement =
                zeebe?["outputElement"] is { Length: > 0 } result ? feel.Expression(zeebe, result)
                : loop.Bpmn("outputDataItem") is { } outputItem
                    ? feel.Compile(outputItem, DataNames.Variable(outputItem))
                : null,
            Behavior = behavior,
            Thrown = behavior switch
            {
                MultiInstanceBehavior.None => triggers.OfReference(activity, loop["noneBehaviorEventRef"]),
                MultiInstanceBehavior.One => triggers.OfReference(activity, loop["oneBehaviorEventRef"]),
                _ => null,
            },
            Behaviors = behavior == MultiInstanceBehavior.Complex ? Complex(activity, loop) : [],
        };
    }

    private ImmutableArray<ComplexBehavior> Complex(BpmnNode activity, BpmnNode loop)
    {
        var behaviors = ImmutableArray.CreateBuilder<ComplexBehavior>();
        foreach (var definition in loop.All(BpmnNames.Bpmn, "complexBehaviorDefinition"))
        {
            if (definition.Bpmn("condition") is { } condition && feel.Standard(condition) is { } expression)
            {
                behaviors.Add(
                    new(expression, definition.Bpmn("event") is { } thrown ? triggers.OfImplicit(activity, thrown) : [])
                );
            }
        }

        return behaviors.ToImmutable();
    }

    /// <summary>The collection as the body sees it: what its association brings into the data input, else the input's own variable.</summary>
    private FeelExpression? StandardInput(BpmnNode activity, BpmnNode loop)
    {
        if (loop.Bpmn("loopDataInputRef") is not { } reference || data.Find(reference.Text) is not { } input)
        {
            return null;
        }

        var association = AssociationOf(activity, "dataInputAssociation", "targetRef", reference);
        if (association?.Bpmn("transformation") is { } transformation)
        {
            return feel.Standard(transformation);
        }

        if (association?.Bpmn("assignment")?.Bpmn("from") is { } from)
        {
            return feel.Standard(from);
        }

        return feel.Compile(reference, DataNames.Variable(data.Find(association?.Bpmn("sourceRef")?.Text) ?? input));
    }

    private string? StandardOutput(BpmnNode activity, BpmnNode loop)
    {
        if (loop.Bpmn("loopDataOutputRef") is not { } reference || data.Find(reference.Text) is not { } output)
        {
            return null;
        }

        var association = AssociationOf(activity, "dataOutputAssociation", "sourceRef", reference);
        return DataNames.Variable(data.Find(association?.Bpmn("targetRef")?.Text) ?? output);
    }

    private static BpmnNode? AssociationOf(BpmnNode activity, string kind, string end, BpmnNode reference) =>
        activity
            .All(BpmnNames.Bpmn, kind)
            .FirstOrDefault(each =>
                each.All(BpmnNames.Bpmn, end).Any(child => child.Text.Trim() == BpmnNode.Local(reference.Text))
            );
}
