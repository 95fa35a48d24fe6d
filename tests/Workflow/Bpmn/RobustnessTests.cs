using Approvals.Workflow.Bpmn;
using Approvals.Workflow.Bpmn.Rules;
using Approvals.Workflow.Tests.Bpmn.Schema;

namespace Approvals.Workflow.Tests.Bpmn;

public sealed class RobustnessTests
{
    private const int Seeds = 3;

    [Fact]
    public void Whatever_is_spoiled_the_reader_answers_with_problems_and_a_draft()
    {
        foreach (var (name, xml) in BpmnFiles.WellFormed)
        {
            for (var seed = name.Length; seed < name.Length + Seeds; seed++)
            {
                var spoiled = new BpmnMutation(seed).Apply(xml);
                BpmnReading reading;
                try
                {
                    reading = BpmnReader.Read(spoiled, BpmnRules.Deployment);
                }
                catch (Exception error) when (error is not OutOfMemoryException)
                {
                    throw new InvalidOperationException($"{name}, seed {seed}\n{spoiled}", error);
                }

                (reading.Definitions is null).ShouldBe(reading.Problems.Count > 0);
                if (reading.Draft is { } draft)
                {
                    foreach (var process in draft.Processes)
                    {
                        process
                            .Elements.Select(element => element.Index)
                            .ShouldBe(Enumerable.Range(0, process.Elements.Length));
                        process.Flows.ShouldAllBe(flow =>
                            process.Elements[flow.Source].Outgoing.Contains(flow.Index)
                            && process.Elements[flow.Target].Incoming.Contains(flow.Index)
                        );
                    }
                }
            }
        }
    }
}
