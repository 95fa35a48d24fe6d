using Approvals.Workflow.Simulation;

namespace Approvals.Workflow.Tests.Execution;

/// <summary>Several processes of one file in one run: what they throw, what starts them, and the clock that they share.</summary>
public sealed class RunMessagesTests
{
    private const string Asking = """
        <bpmn:process id="asking" isExecutable="true">
          <bpmn:startEvent id="s" /><bpmn:sequenceFlow id="s_q" sourceRef="s" targetRef="ask" />
          <bpmn:intermediateThrowEvent id="ask">
            <bpmn:extensionElements><zeebe:ioMapping><zeebe:input source="=21" target="n" /></zeebe:ioMapping></bpmn:extensionElements>
            <bpmn:messageEventDefinition messageRef="question" />
          </bpmn:intermediateThrowEvent>
          <bpmn:sequenceFlow id="q_r" sourceRef="ask" targetRef="hear" />
          <bpmn:intermediateCatchEvent id="hear"><bpmn:messageEventDefinition messageRef="answer" /></bpmn:intermediateCatchEvent>
          <bpmn:sequenceFlow id="r_e" sourceRef="hear" targetRef="e" /><bpmn:endEvent id="e" />
        </bpmn:process>
        """;

    private const string Answering = """
        <bpmn:process id="answering" isExecutable="true">
          <bpmn:startEvent id="asked"><bpmn:messageEventDefinition messageRef="question" /></bpmn:startEvent>
          <bpmn:sequenceFlow id="a_d" sourceRef="asked" targetRef="double" />
          <bpmn:scriptTask id="double"><bpmn:script>={m: n * 2}</bpmn:script></bpmn:scriptTask>
          <bpmn:sequenceFlow id="d_t" sourceRef="double" targetRef="tell" />
          <bpmn:endEvent id="tell">
            <bpmn:extensionElements><zeebe:ioMapping><zeebe:input source="=m" target="reply" /></zeebe:ioMapping></bpmn:extensionElements>
            <bpmn:messageEventDefinition messageRef="answer" />
          </bpmn:endEvent>
        </bpmn:process>
        """;

    private const string Alarmed = """
        <bpmn:process id="alarmed" isExecutable="true">
          <bpmn:startEvent id="heard"><bpmn:signalEventDefinition signalRef="alarm" /></bpmn:startEvent>
          <bpmn:sequenceFlow id="h_e" sourceRef="heard" targetRef="off" /><bpmn:endEvent id="off" />
        </bpmn:process>
        <bpmn:process id="shouting" isExecutable="true">
          <bpmn:startEvent id="s2" /><bpmn:sequenceFlow id="s2_e2" sourceRef="s2" targetRef="shout" />
          <bpmn:endEvent id="shout"><bpmn:signalEventDefinition signalRef="alarm" /></bpmn:endEvent>
        </bpmn:process>
        """;

    private const string Timed = """
        <bpmn:process id="timed" isExecutable="true">
          <bpmn:startEvent id="due"><bpmn:timerEventDefinition><bpmn:timeDate>2026-02-01T08:00:00</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:startEvent>
          <bpmn:sequenceFlow id="d_s" sourceRef="due" targetRef="when" />
          <bpmn:scriptTask id="when"><bpmn:script>={at: string(now())}</bpmn:script></bpmn:scriptTask>
          <bpmn:sequenceFlow id="s_e" sourceRef="when" targetRef="late" /><bpmn:endEvent id="late" />
        </bpmn:process>
        """;

    private const string Conditional = """
        <bpmn:process id="conditional" isExecutable="true">
          <bpmn:startEvent id="hot"><bpmn:conditionalEventDefinition><bpmn:condition>=t > 30</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:startEvent>
          <bpmn:sequenceFlow id="hot_e" sourceRef="hot" targetRef="cool" /><bpmn:endEvent id="cool" />
        </bpmn:process>
        """;

    private const string Both = """
        <bpmn:process id="both" isExecutable="true">
          <bpmn:startEvent id="all" parallelMultiple="true">
            <bpmn:messageEventDefinition messageRef="question" /><bpmn:messageEventDefinition messageRef="answer" />
          </bpmn:startEvent>
          <bpmn:sequenceFlow id="all_e" sourceRef="all" targetRef="done" /><bpmn:endEvent id="done" />
        </bpmn:process>
        """;

    [Fact]
    public void A_thrown_message_starts_the_other_process_whose_answer_comes_back() =>
        Completed(Run(Asking + Answering, new() { ProcessIds = ["asking"] }))
            .ShouldBe("s1 ask1 asked2 double2 tell2 hear1 e1 completed");

    /// <summary>The one that was to be started waits for the message, and is not started twice.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_process_that_waits_to_be_triggered_takes_the_message(bool complete) =>
        Completed(Run(Asking + Answering, new() { ProcessIds = ["answering", "asking"], CompleteUnbound = complete }))
            .ShouldBe("s2 ask2 asked1 double1 tell1 hear2 e2 completed");

    [Fact]
    public void A_message_that_nobody_takes_is_kept_and_the_asker_waits() =>
        Completed(Run(Asking, new())).ShouldBe("s1 ask1 (hear1) waiting");

    [Fact]
    public void A_signal_starts_every_process_that_listens() =>
        Completed(Run(Alarmed, new() { ProcessIds = ["shouting", "alarmed"] }))
            .ShouldBe("s21 shout1 heard2 off2 completed");

    [Theory]
    [InlineData("timed", false, "(due1) waiting")]
    [InlineData("timed", true, "due1 when1 late1 completed")]
    [InlineData("conditional", false, "(hot1) waiting")]
    [InlineData("conditional", true, "hot1 cool1 completed")]
    [InlineData("both", false, "(all1) waiting")]
    [InlineData("both", true, "all1 done1 completed")]
    [InlineData("answering", false, "(asked1) waiting")]
    public void A_process_with_triggered_starts_alone_waits_or_is_started(
        string process,
        bool complete,
        string expected
    ) =>
        Completed(
                Run(
                    Timed + Conditional + Both + Answering,
                    new() { ProcessIds = [process], CompleteUnbound = complete }
                )
            )
            .ShouldBe(expected);

    [Fact]
    public void The_clock_moves_to_a_timer_that_starts() =>
        Run(Timed, new() { CompleteUnbound = true }).ShouldContain("\"at\":\"2026-02-01T08:00:00+08:00\"");

    [Fact]
    public void A_condition_that_is_true_starts_at_once() =>
        Completed(Run(Conditional, new() { Variables = """{"t":31}""" })).ShouldBe("hot1 cool1 completed");

    [Theory]
    [InlineData("""[{"name":"question","variables":{"n":1}}]""", "asked1 double1 tell1 completed")]
    [InlineData(
        """[{"name":"question","variables":{"n":1}},{"name":"question","variables":{"n":2}}]""",
        "asked1 double1 tell1 asked2 double2 tell2 completed"
    )]
    public void A_given_message_starts_an_instance(string messages, string expected) =>
        Completed(Run(Answering, new() { Messages = messages })).ShouldBe(expected);

    [Fact]
    public void A_parallel_multiple_start_needs_all_of_its_messages() =>
        Completed(Run(Both, new() { Messages = """[{"name":"answer"},{"name":"question"}]""" }))
            .ShouldBe("all1 done1 completed");

    /// <summary>The elements completed, each with the number of its instance, those that wait in brackets, and the state.</summary>
    private static string Completed(string lines)
    {
        var words = new List<string>();
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var json = System.Text.Json.JsonDocument.Parse(line);
            var root = json.RootElement;
            var name = root.GetProperty("event").GetString();
            if (name is "completed" or "waiting")
            {
                var word = root.GetProperty("element").GetString() + root.GetProperty("instance").GetRawText();
                words.Add(name == "waiting" ? $"({word})" : word);
            }
            else if (name == "end")
            {
                words.Add(root.GetProperty("state").GetString()!);
            }
        }

        return string.Join(' ', words);
    }

    private static string Run(string processes, ModelRunOptions options)
    {
        var xml = $"""
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="t">
              <bpmn:message id="question" name="question" /><bpmn:message id="answer" name="answer" /><bpmn:signal id="alarm" name="alarm" />
              {processes}
            </bpmn:definitions>
            """;
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = ModelRunner.Run("x.bpmn", xml, options with { Json = true, Trace = true }, output, errors);
        errors.ToString().ShouldBeEmpty();
        code.ShouldBe(ModelRunner.Ran);
        return output.ToString();
    }
}
