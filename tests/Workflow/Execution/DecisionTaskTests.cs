using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Tests.Execution;

public sealed class DecisionTaskTests
{
    [Fact]
    public void The_value_is_a_variable_and_the_explanation_is_kept()
    {
        var instance = new TestInstance(Models.Read("decision-missing"));
        instance
            .Start("""{"area": 12}""")
            .Events.OfType<IncidentRaised>()
            .Single()
            .IncidentKind.ShouldBe(IncidentKind.Decision);

        instance.Decisions = new Fee();
        var events = instance.Send(new ResolveIncident(instance.State.Incidents.Items[0].Key)).Events;

        var evaluated = events.OfType<DecisionEvaluated>().ShouldHaveSingleItem();
        evaluated.DecisionId.ShouldBe("fee");
        evaluated.Explanation.ShouldBe("""{"area":12}""");
        instance.State.Status.ShouldBe(InstanceStatus.Completed);
        instance.State.Root.Variables.TryGetValue("fee", out var fee).ShouldBeTrue();
        fee.ShouldBe(FeelValue.From(24));
    }

    [Fact]
    public void A_decision_without_a_result_is_an_incident_with_its_reason()
    {
        var instance = new TestInstance(Models.Read("decision-missing")) { Decisions = new Fee() };

        var incident = instance.Start().Events.OfType<IncidentRaised>().ShouldHaveSingleItem();

        incident.IncidentKind.ShouldBe(IncidentKind.Decision);
        incident.Message.ShouldContain("no area");
    }

    private sealed class Fee : IDecisions
    {
        public CalledDecisionResult? Evaluate(
            DecisionReference decision,
            IFeelScope inputs,
            FeelEnvironment environment
        )
        {
            (decision.DecisionId, decision.Binding, decision.VersionTag).ShouldBe(
                ("fee", ResourceBinding.Latest, null)
            );
            return inputs.TryGetValue("area", out var area)
                ? new(FeelValue.From(area.TryGetInt64(out var size) ? size * 2 : 0), $$"""{"area":{{area}}}""")
                : new(FeelValue.Null, "{}", "no area");
        }
    }
}
