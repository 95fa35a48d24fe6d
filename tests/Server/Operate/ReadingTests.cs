using System.Collections.Immutable;
using Approvals.Server.Operations;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Reads.Operate;
using Approvals.Server.Tests.Work;
using Approvals.Workflow.Diagram;
using Approvals.Workflow.Execution.Commands;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Server.Tests.Operate;

/// <summary>Readings of instances whose journal names more than the elements of one version.</summary>
public sealed class ReadingTests(StaffDesk desk) : IClassFixture<StaffDesk>
{
    private const string Model = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
          xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="http://approvals.example/test">
        <process id="outer" name="外层" isExecutable="true">
          <startEvent id="start" /><parallelGateway id="split" />
          <subProcess id="box" name="子流程"><startEvent id="in" /><userTask id="inner" name="里面"><extensionElements><zeebe:assignmentDefinition candidateGroups="clerk@health" /></extensionElements></userTask><userTask id="later" name="后面"><extensionElements><zeebe:assignmentDefinition candidateGroups="clerk@health" /></extensionElements></userTask>
            <sequenceFlow id="b1" sourceRef="in" targetRef="inner" /><sequenceFlow id="b2" sourceRef="inner" targetRef="later" />
            <endEvent id="be" /><sequenceFlow id="b3" sourceRef="later" targetRef="be" /></subProcess>
          <callActivity id="call" name="调用"><extensionElements><zeebe:calledElement processId="called" /></extensionElements></callActivity>
          <userTask id="each" name="会签"><extensionElements><zeebe:assignmentDefinition candidateGroups="clerk@health" /></extensionElements><multiInstanceLoopCharacteristics><loopCardinality xsi:type="tFormalExpression">=3</loopCardinality></multiInstanceLoopCharacteristics></userTask>
          <parallelGateway id="join" name="汇合" /><userTask id="last" name="最后"><extensionElements><zeebe:assignmentDefinition candidateGroups="clerk@health" /></extensionElements></userTask><endEvent id="end" />
          <sequenceFlow id="f6" sourceRef="last" targetRef="end" />
          <sequenceFlow id="f0" sourceRef="start" targetRef="split" />
          <sequenceFlow id="f1" sourceRef="split" targetRef="box" /><sequenceFlow id="f2" sourceRef="split" targetRef="call" />
          <sequenceFlow id="f3" sourceRef="split" targetRef="each" /><sequenceFlow id="f4" sourceRef="split" targetRef="join" />
          <sequenceFlow id="g1" sourceRef="box" targetRef="join" /><sequenceFlow id="g2" sourceRef="call" targetRef="join" />
          <sequenceFlow id="g3" sourceRef="each" targetRef="join" /><sequenceFlow id="f5" sourceRef="join" targetRef="last" />
        </process>
        <process id="called" name="内层" isExecutable="true"><startEvent id="cs" /><userTask id="deep" name="深处"><extensionElements><zeebe:assignmentDefinition candidateGroups="clerk@health" /></extensionElements></userTask><endEvent id="ce" /><sequenceFlow id="c2" sourceRef="deep" targetRef="ce" />
          <sequenceFlow id="c1" sourceRef="cs" targetRef="deep" /></process>
        </definitions>
        """;

    [Fact]
    public async Task Sub_processes_called_processes_and_rounds_are_told_where_they_belong()
    {
        var key = await StartAsync(Model);
        var found = Find(key);
        Progress(found, "box").ShouldBe(Workflow.Diagram.Progress.Now);
        Progress(found, "inner").ShouldBe(Workflow.Diagram.Progress.Now);
        Progress(found, "later").ShouldBe(Workflow.Diagram.Progress.Todo);
        Progress(found, "call").ShouldBe(Workflow.Diagram.Progress.Now);
        Progress(found, "last").ShouldBe(Workflow.Diagram.Progress.Todo);
        found.Facts.Steps.ContainsKey("deep").ShouldBeFalse();
        found.Facts.Steps["each"].Rounds.ShouldBe(new RoundFact(0, 3));
        found.Waiting.Tokens.ShouldContain(token => token.Step == "深处");
        var join = found.Waiting.Tokens.Single(token => token.Element == "join");
        join.Cause.Missing.ShouldBe(["子流程", "调用", "会签"], ignoreOrder: true);
        join.Cause.IsDeadlock.ShouldBeFalse();
        join.Since.ShouldBe(found.Started);
    }

    [Fact]
    public async Task A_migrated_instance_keeps_what_it_went_through_under_the_new_names()
    {
        var key = await StartAsync(Model);
        var renamed = Model.Replace("\"inner\"", "\"inside\"", StringComparison.Ordinal);
        (
            await new Deploy([new("m.bpmn", renamed)], null).RunAsync(desk.Platform, Operation.Operator)
        ).Failure.ShouldBeNull();
        var plan = """{"process":"outer","elements":{"inner":"inside"}}""";
        (await new Migrate(plan, DryRun: false).RunAsync(desk.Platform, Operation.Operator)).Failure.ShouldBeNull();

        var found = Find(key);
        found.Version.ShouldBeGreaterThan(1);
        Progress(found, "inside").ShouldBe(Workflow.Diagram.Progress.Now);
        found.Facts.Steps["inside"].Since.ShouldBe(found.Started);
        found.Facts.TakenFlows.ShouldContain("f1");
        found.History.ShouldContain(happened => happened.Code == "migrated");

        var end = ImmutableArray.CreateRange(
            found.Standing.Where(each => each.Element == "box").Select(each => each.Key)
        );
        var ended = await desk.Platform.SendAsync(
            Operation.Operator,
            scope =>
                desk.Platform.Runtime.Execute(scope, key, new ModifyInstance([], end, "走错了")) is { } refused
                    ? refused
                    : Kernel.Turns.TurnAnswer.Done()
        );
        ended.Rejection.ShouldBeNull();
        var after = Find(key);
        Progress(after, "box").ShouldNotBe(Workflow.Diagram.Progress.Now);
        var join = after.Waiting.Tokens.Single(token => token.Element == "join");
        join.Cause.IsDeadlock.ShouldBeTrue();
        join.Cause.Missing.ShouldContain("子流程");
    }

    private static Progress Progress(OperateInstance instance, string element) =>
        instance.Facts.Steps[element].Progress;

    private OperateInstance Find(long key)
    {
        using var scope = desk.Scope();
        return scope.ServiceProvider.GetRequiredService<InstanceQuery>().Find(key).ShouldNotBeNull();
    }

    private async Task<long> StartAsync(string model)
    {
        (
            await new Deploy([new("m.bpmn", model)], null).RunAsync(desk.Platform, Operation.Operator)
        ).Failure.ShouldBeNull();
        long started = 0;
        var answer = await desk.Platform.SendAsync(
            Operation.Operator,
            scope =>
            {
                (started, var rejection) = desk.Platform.Runtime.Start(scope, "outer", 0, []);
                return rejection is null ? Kernel.Turns.TurnAnswer.Done() : rejection;
            }
        );
        answer.Rejection.ShouldBeNull();
        return started;
    }
}
