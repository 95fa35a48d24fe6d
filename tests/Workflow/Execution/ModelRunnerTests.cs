using Approvals.Workflow.Simulation;

namespace Approvals.Workflow.Tests.Execution;

public sealed class ModelRunnerTests
{
    [Fact]
    public void A_trace_has_one_line_per_event_and_ends_with_the_variables() =>
        Run("sequence", new() { Variables = """{"x": 21}""", Trace = true })
            .ShouldBe(
                """
                {"event":"activated","element":"start","type":"startEvent","instance":1}
                {"event":"completed","element":"start","type":"startEvent","instance":1}
                {"event":"taken","element":"f1","type":"sequenceFlow","instance":1}
                {"event":"activated","element":"double","type":"scriptTask","instance":1}
                {"event":"completed","element":"double","type":"scriptTask","instance":1}
                {"event":"taken","element":"f2","type":"sequenceFlow","instance":1}
                {"event":"activated","element":"end","type":"endEvent","instance":1}
                {"event":"completed","element":"end","type":"endEvent","instance":1}
                {"event":"end","state":"completed","variables":{"x":21,"y":42}}

                """
            );

    [Theory]
    // A task without a handler is an incident unless all are completed.
    [InlineData("parallel-join", "{}", false, "incident", "{}")]
    [InlineData("parallel-join", "{}", true, "completed", "{}")]
    [InlineData("implicit-start-end", "{}", true, "completed", "{}")]
    // People are waited for.
    [InlineData("separation", "{}", false, "waiting", "{}")]
    [InlineData("separation", "{}", true, "completed", "{}")]
    [InlineData("user-task", """{"unit":"x"}""", true, "completed", """{"decision":"pass","unit":"x"}""")]
    // The clock moves by itself only where everything is completed.
    [InlineData("timer-duration", "{}", false, "waiting", "{}")]
    [InlineData("timer-duration", "{}", true, "completed", "{}")]
    [InlineData("receive-task", "{}", true, "completed", "{}")]
    [InlineData("message-catch", """{"order":1}""", true, "waiting", """{"order":1}""")]
    // No flow, a missing variable: incidents whatever is completed.
    [InlineData("exclusive-none", """{"n":3}""", true, "incident", """{"n":3}""")]
    [InlineData("sequence", "{}", true, "incident", "{}")]
    [InlineData("deadlock", """{"left":true}""", true, "waiting", """{"left":true}""")]
    [InlineData("terminate", "{}", true, "terminated", "{}")]
    [InlineData("endless", """{"i":0}""", true, "completed", """{"i":700}""")]
    [InlineData("assignee", """{"owner":"p:1"}""", true, "completed", """{"owner":"p:1"}""")]
    public void The_last_line_says_how_it_ended(
        string model,
        string variables,
        bool complete,
        string state,
        string left
    ) =>
        Run(model, new() { Variables = variables, CompleteUnbound = complete })
            .ShouldBe($$"""{"event":"end","state":"{{state}}","variables":{{left}}}""" + "\n");

    [Fact]
    public void A_message_reaches_who_waits_for_it_once_its_time_has_come()
    {
        const string messages =
            """[{"name":"paid","correlationKey":2,"variables":{"amount":1}},{"name":"paid","correlationKey":"1","variables":{"amount":300},"at":"2026-02-01T00:00:00"}]""";

        Run("message-catch", new() { Variables = """{"order":1}""", Messages = messages })
            .ShouldBe("""{"event":"end","state":"completed","variables":{"amount":300,"order":1}}""" + "\n");
    }

    [Fact]
    public void What_is_left_at_the_end_is_said_to_wait() =>
        Run("deadlock", new() { Variables = """{"left":true}""", Trace = true })
            .ShouldContain("""{"event":"waiting","element":"join","type":"parallelGateway","instance":1}""");

    [Fact]
    public void The_bound_of_steps_is_an_incident()
    {
        var lines = Run(
                "endless",
                new()
                {
                    Variables = """{"i":0}""",
                    Trace = true,
                    MaxSteps = 10,
                }
            )
            .Split('\n');

        lines.Count(line => line.Contains("\"activated\"", StringComparison.Ordinal)).ShouldBe(10);
        lines[^3].ShouldContain("maxSteps");
        lines[^2].ShouldContain("\"state\":\"incident\"");
    }

    [Theory]
    [InlineData("[1]", null, null, ModelRunner.Usage, "The variables are not a JSON object.")]
    [InlineData("{", null, null, ModelRunner.Usage, "The variables are not a JSON object.")]
    [InlineData(null, "{}", null, ModelRunner.Usage, "The messages are not a JSON array.")]
    [InlineData(null, """[{"at":"x"}]""", null, ModelRunner.Usage, "A message is")]
    [InlineData(null, null, "nothing", ModelRunner.Usage, "The file has no process 'nothing'.")]
    public void Options_that_make_no_sense_are_said(
        string? variables,
        string? messages,
        string? process,
        int code,
        string sentence
    )
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var options = new ModelRunOptions
        {
            Variables = variables,
            Messages = messages,
            ProcessIds = process is null ? [] : [process],
        };

        ModelRunner.Run("x.bpmn", Xml("sequence"), options, output, errors).ShouldBe(code);

        errors.ToString().ShouldStartWith(sentence);
        output.ToString().ShouldBeEmpty();
    }

    [Fact]
    public void A_file_that_is_refused_says_where_and_why()
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();

        ModelRunner.Run("x.bpmn", "<a>", new() { Json = true }, output, errors).ShouldBe(ModelRunner.Refused);

        errors.ToString().ShouldStartWith("x.bpmn:1:");
        output.ToString().ShouldStartWith("{\"event\":\"problem\",\"rule\":\"xml\",");
    }

    private static string Run(string model, ModelRunOptions options)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        ModelRunner.Run(model, Xml(model), options with { Json = true }, output, errors).ShouldBe(ModelRunner.Ran);
        errors.ToString().ShouldBeEmpty();
        return output.ToString();
    }

    private static string Xml(string model) => File.ReadAllText(Path.Combine(Models.Folder, model + ".bpmn"));
}
