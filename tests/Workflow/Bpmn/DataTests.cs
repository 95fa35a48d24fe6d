using Approvals.Workflow.Bpmn;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Bpmn.Rules;

namespace Approvals.Workflow.Tests.Bpmn;

/// <summary>What the reader makes of data, loops and shared events; how they run is for the engine's tests.</summary>
public sealed class DataTests
{
    [Fact]
    public void Data_associations_become_assignments_between_variables()
    {
        var task = Read(
            """
            <dataObject id="order" name="Order" /><dataObject id="total-sum" name="the total" />
            <dataObjectReference id="orderRef" dataObjectRef="order" />
            <task id="t">
              <ioSpecification id="io"><dataInput id="in1" name="doc" /><dataInput id="in2" name="rate" /><dataOutput id="out1" name="sum" />
                <inputSet id="is"><dataInputRefs>in1</dataInputRefs><dataInputRefs>in2</dataInputRefs></inputSet>
                <outputSet id="os"><dataOutputRefs>out1</dataOutputRefs></outputSet></ioSpecification>
              <dataInputAssociation id="a1"><sourceRef>orderRef</sourceRef><targetRef>in1</targetRef></dataInputAssociation>
              <dataInputAssociation id="a2"><targetRef>in2</targetRef><assignment id="as"><from>=0.2</from><to>in2</to></assignment></dataInputAssociation>
              <dataOutputAssociation id="a3"><sourceRef>out1</sourceRef><targetRef>total-sum</targetRef><transformation>=sum * 2</transformation></dataOutputAssociation>
            </task>
            """
        );

        Shown(task.DataInputs).ShouldBe(["Order -> doc", "0.2 -> rate"]);
        Shown(task.DataOutputs).ShouldBe(["sum * 2 -> total_sum"]);
    }

    [Fact]
    public void What_a_modeler_draws_for_the_eye_moves_nothing()
    {
        var task = Read(
            """
            <dataObject id="order" /><dataObjectReference id="orderRef" dataObjectRef="order" /><dataStoreReference id="archive" />
            <task id="t"><property id="p1" name="__targetRef_placeholder" />
              <dataInputAssociation id="a1"><sourceRef>orderRef</sourceRef><targetRef>p1</targetRef></dataInputAssociation>
              <dataInputAssociation id="a2"><sourceRef>archive</sourceRef><targetRef>p1</targetRef></dataInputAssociation>
              <dataOutputAssociation id="a3"><targetRef>orderRef</targetRef></dataOutputAssociation>
              <dataOutputAssociation id="a4"><targetRef>archive</targetRef></dataOutputAssociation></task>
            """
        );

        task.DataInputs.ShouldBeEmpty();
        task.DataOutputs.ShouldBeEmpty();
    }

    [Fact]
    public void The_collections_of_a_standard_multi_instance_are_those_of_its_associations()
    {
        var task = Read(
            """
            <dataObject id="orders" isCollection="true" /><dataObject id="prices" isCollection="true" />
            <task id="t">
              <ioSpecification id="io"><dataInput id="in" isCollection="true" /><dataOutput id="out" isCollection="true" />
                <inputSet id="is"><dataInputRefs>in</dataInputRefs></inputSet><outputSet id="os"><dataOutputRefs>out</dataOutputRefs></outputSet></ioSpecification>
              <dataInputAssociation id="a1"><sourceRef>orders</sourceRef><targetRef>in</targetRef></dataInputAssociation>
              <dataOutputAssociation id="a2"><sourceRef>out</sourceRef><targetRef>prices</targetRef></dataOutputAssociation>
              <multiInstanceLoopCharacteristics id="m" isSequential="true"><loopDataInputRef>in</loopDataInputRef><loopDataOutputRef>out</loopDataOutputRef>
                <inputDataItem id="one" name="order" /><outputDataItem id="other" name="price" /></multiInstanceLoopCharacteristics></task>
            """
        );

        var loop = task.Loop.ShouldBeOfType<MultiInstance>();
        loop.IsSequential.ShouldBeTrue();
        loop.InputCollection!.Text.ShouldBe("orders");
        loop.InputElement.ShouldBe("order");
        loop.OutputCollection.ShouldBe("prices");
        loop.OutputElement!.Text.ShouldBe("price");
        task.DataInputs.ShouldBeEmpty();
        task.DataOutputs.ShouldBeEmpty();
    }

    [Fact]
    public void A_multi_instance_bears_the_events_of_its_behavior()
    {
        var one = Loop("behavior=\"One\" oneBehaviorEventRef=\"shared\"", "");
        one.Behavior.ShouldBe(MultiInstanceBehavior.One);
        one.Thrown.ShouldBeOfType<SignalTrigger>().Name.Text.ShouldBe("first");

        var complex = Loop(
            "behavior=\"Complex\"",
            """
            <complexBehaviorDefinition id="c"><condition xsi:type="tFormalExpression">=numberOfCompletedInstances > 1</condition>
            <event id="e"><eventDefinitionRef>shared</eventDefinitionRef></event></complexBehaviorDefinition>
            """
        );
        var behavior = complex.Behaviors.ShouldHaveSingleItem();
        behavior.Condition.Text.ShouldBe("numberOfCompletedInstances > 1");
        behavior.Events.ShouldHaveSingleItem().ShouldBeOfType<SignalTrigger>().Name.Text.ShouldBe("first");
    }

    [Fact]
    public void A_condition_on_a_default_flow_is_ignored()
    {
        var process = Process(
            """
            <exclusiveGateway id="g" default="f" /><task id="a" /><task id="b" /><sequenceFlow id="f" sourceRef="g" targetRef="a">
            <conditionExpression>=(</conditionExpression></sequenceFlow><sequenceFlow id="h" sourceRef="g" targetRef="b" />
            """
        );

        process.FindFlow("f")!.Condition.ShouldBeNull();
    }

    [Fact]
    public void A_global_task_is_a_process_of_that_one_task()
    {
        var definitions = Definitions(
            """<globalScriptTask id="double" scriptLanguage="application/feel"><script>={total: n * 2}</script></globalScriptTask>"""
        );

        var element = definitions.Processes.ShouldHaveSingleItem().Elements.ShouldHaveSingleItem();
        element.ShouldBeOfType<ScriptTask>().Script.Text.ShouldBe("{total: n * 2}");
        element.TypeName.ShouldBe("scriptTask");
    }

    private static MultiInstance Loop(string attributes, string content) =>
        Definitions(
            $"""
            <signal id="s" name="first" /><signalEventDefinition id="shared" signalRef="s" />
            <process id="p"><task id="t"><multiInstanceLoopCharacteristics id="m" {attributes}><loopCardinality>=3</loopCardinality>{content}
            </multiInstanceLoopCharacteristics></task></process>
            """
        )
            .Processes[0]
            .Elements[0]
            .Loop.ShouldBeOfType<MultiInstance>();

    private static Element Read(string elements) => Process(elements).FindElement("t")!;

    private static ProcessDefinition Process(string elements) =>
        Definitions($"""<process id="p">{elements}</process>""").Processes[0];

    private static Definitions Definitions(string roots)
    {
        var reading = BpmnReader.Read(
            $"""
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
              targetNamespace="t">{roots}</definitions>
            """,
            BpmnRules.Running
        );
        reading.Problems.ShouldBeEmpty();
        return reading.Definitions!;
    }

    private static IEnumerable<string> Shown(IEnumerable<DataAssociation> associations) =>
        associations.Select(each => $"{each.Source.Text} -> {each.Target}");
}
