using Approvals.Workflow.Dmn;
using Approvals.Workflow.Execution;
using Approvals.Workflow.Feel;
using Approvals.Workflow.Runtime.Decisions;

namespace Approvals.Workflow.Simulation;

/// <summary>The decisions of some DMN files, which may import each other. What can't be read is no decision.</summary>
public sealed class FileDecisions : IDecisions
{
    private readonly List<DecisionModel> models = [];

    public FileDecisions(IReadOnlyCollection<string> files)
    {
        var readings = files.Select(xml => (Xml: xml, DmnReader.Read(xml).Definitions)).ToList();
        foreach (var (xml, _) in readings)
        {
            var reading = DmnReader.Read(
                xml,
                import => readings.Find(other => other.Definitions?.Namespace == import.Namespace).Xml
            );
            if (reading.Definitions is { } definitions)
            {
                models.Add(DecisionModel.Compile(definitions));
            }
        }
    }

    public CalledDecisionResult? Evaluate(DecisionReference decision, IFeelScope inputs, FeelEnvironment environment)
    {
        foreach (var model in models)
        {
            if (CalledDecisions.Evaluate(model, decision.DecisionId, inputs, environment) is { } result)
            {
                return result;
            }
        }

        return null;
    }
}
