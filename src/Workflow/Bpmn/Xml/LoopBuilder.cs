using System.Globalization;
using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Bpmn.Xml;

/// <summary>Reads how an activity repeats (BPMN §10.3.8), with <c>zeebe:loopCharacteristics</c>.</summary>
internal sealed class LoopBuilder(FeelCompiler feel)
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

        if (activity.Bpmn("multiInstanceLoopCharacteristics") is not { } multiple)
        {
            return null;
        }

        var zeebe = multiple.Extension(BpmnNames.Zeebe, "loopCharacteristics");
        return new MultiInstance(multiple.Is("isSequential"))
        {
            Cardinality = multiple.Bpmn("loopCardinality") is { } cardinality ? feel.Standard(cardinality) : null,
            CompletionCondition = multiple.Bpmn("completionCondition") is { } done ? feel.Standard(done) : null,
            InputCollection = zeebe?["inputCollection"] is { Length: > 0 } input ? feel.Expression(zeebe, input) : null,
            InputElement = zeebe?["inputElement"] is { Length: > 0 } item ? item : null,
            OutputCollection = zeebe?["outputCollection"] is { Length: > 0 } output ? output : null,
            OutputElement = zeebe?["outputElement"] is { Length: > 0 } result ? feel.Expression(zeebe, result) : null,
        };
    }
}
