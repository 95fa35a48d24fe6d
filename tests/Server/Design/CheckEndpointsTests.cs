using System.Text.Json;
using Approvals.Server.Tests.Fixtures;

namespace Approvals.Server.Tests.Design;

/// <summary>What the server says of drafts while they are drawn: the engine's own checks, stories, decisions and forms.</summary>
public sealed class CheckEndpointsTests(DemoServer server) : IClassFixture<DemoServer>
{
    private const string Designer = "luchengzhi";
    private const string Supervisor = "fangjingyi";
    private const string Clerk = "linxiaoyun";

    private static readonly string Workflows = Path.Combine(AppContext.BaseDirectory, "workflows");

    /// <summary>A choice of one of two branches that a parallel gateway then waits for both of.</summary>
    private const string Deadlock = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="t">
          <process id="p" name="核查" isExecutable="true">
            <startEvent id="s" /><sequenceFlow id="f1" sourceRef="s" targetRef="x" />
            <exclusiveGateway id="x" default="f2" />
            <sequenceFlow id="f2" sourceRef="x" targetRef="a" />
            <sequenceFlow id="f3" sourceRef="x" targetRef="b"><conditionExpression>=1 +</conditionExpression></sequenceFlow>
            <userTask id="a"><extensionElements><zeebe:assignmentDefinition assignee="=who(" candidateUsers="u" /></extensionElements></userTask>
            <userTask id="b"><extensionElements><zeebe:userTask /></extensionElements></userTask>
            <sequenceFlow id="f4" sourceRef="a" targetRef="j" /><sequenceFlow id="f5" sourceRef="b" targetRef="j" />
            <parallelGateway id="j" /><sequenceFlow id="f6" sourceRef="j" targetRef="e" /><endEvent id="e" />
          </process>
        </definitions>
        """;

    private const string Fees = """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="fees" name="fees" namespace="n">
          <inputData id="a" name="area"><variable id="av" name="area" typeRef="number" /></inputData>
          <decision id="fee" name="收费标准"><informationRequirement id="q"><requiredInput href="#a" /></informationRequirement><decisionTable id="t" hitPolicy="UNIQUE">
            <input id="i"><inputExpression id="ie" typeRef="number"><text>area</text></inputExpression></input><output id="o" name="fee" typeRef="number" />
            <rule id="r1"><inputEntry id="c1"><text>&lt; 100</text></inputEntry><outputEntry id="v1"><text>0</text></outputEntry></rule>
            <rule id="r2"><inputEntry id="c2"><text>&gt; 200</text></inputEntry><outputEntry id="v2"><text>20000</text></outputEntry></rule>
          </decisionTable></decision>
        </definitions>
        """;

    [Fact]
    public async Task A_deadlock_comes_with_its_way_there_and_a_broken_expression_with_its_place()
    {
        using var designer = await DesignClient.OpenAsync(server, Designer);
        var (status, check) = await designer.SendAsync("POST", "check", new { kind = "process", content = Deadlock });

        status.ShouldBe(200, check.ToString());
        check.GetProperty("valid").GetBoolean().ShouldBeFalse();
        var problems = check.GetProperty("problems").EnumerateArray().ToList();
        problems
            .Where(problem => Text(problem, "rule") == "feel")
            .Select(problem => $"{Text(problem, "element")} {Text(problem, "place")}")
            .ShouldBe(["f3 conditionExpression[1]", "a assignmentDefinition[1]@assignee"]);
        Text(problems.Single(problem => Text(problem, "rule") == "binding.owner"), "sentence")
            .ShouldStartWith("给用户任务写上办理人");

        var verdict = check.GetProperty("processes").EnumerateArray().ShouldHaveSingleItem();
        verdict.GetProperty("sound").GetBoolean().ShouldBeFalse();
        Text(verdict, "counterExampleOf").ShouldBe("optionToComplete");
        Text(verdict, "sentence").ShouldContain("再也到不了结束");
        var last = verdict.GetProperty("counterExample").EnumerateArray().Last();
        last.GetProperty("tokens").EnumerateArray().ShouldHaveSingleItem().GetString().ShouldBeOneOf("f4", "f5");
    }

    [Fact]
    public async Task Stories_say_what_they_reached_and_what_nobody_reached()
    {
        using var designer = await DesignClient.OpenAsync(server, Designer);
        var content = await ReadAsync("committed.bpmn");
        var all = await ReadAsync("committed.scenario.json");
        using var parsed = JsonDocument.Parse(all);
        var story = parsed
            .RootElement.GetProperty("scenarios")
            .EnumerateArray()
            .Single(each => each.GetProperty("name").GetString() == "不予受理");
        var declined = JsonSerializer.Serialize(new { model = "committed.bpmn", scenarios = new[] { story } });

        var whole = await RunAsync(designer, content, all);
        whole.GetProperty("neverReached").GetArrayLength().ShouldBe(0);
        var stories = whole.GetProperty("files")[0].GetProperty("results").EnumerateArray().ToList();
        stories.ShouldAllBe(each => each.GetProperty("passed").GetBoolean());
        Strings(stories[0], "flows").ShouldContain("f_approved");

        var one = await RunAsync(designer, content, declined);
        Strings(one.GetProperty("files")[0].GetProperty("results")[0], "elements").ShouldContain("declined");
        Strings(one, "neverReached").ShouldContain("issue");

        var broken = await RunAsync(designer, content, "{}");
        Text(broken.GetProperty("files")[0], "problem").ShouldContain("no scenario file");
    }

    [Fact]
    public async Task A_gap_between_rules_comes_with_an_example_and_an_evaluation_with_its_rule()
    {
        using var designer = await DesignClient.OpenAsync(server, Designer);
        var (_, check) = await designer.SendAsync("POST", "decisions/check", new { content = Fees });
        var finding = check.GetProperty("tables")[0].GetProperty("findings").EnumerateArray().ShouldHaveSingleItem();
        Text(finding, "kind").ShouldBe("gap");
        Text(finding.GetProperty("example"), "area").ShouldNotBeEmpty();

        var body = new
        {
            content = Fees,
            decision = "fee",
            inputs = new { area = 320 },
        };
        var (status, evaluation) = await designer.SendAsync("POST", "decisions/evaluate", body);
        status.ShouldBe(200, evaluation.ToString());
        Text(evaluation, "feel").ShouldBe("20000");
        var table = evaluation.GetProperty("explanation").GetProperty("decisions")[0].GetProperty("tables")[0];
        Text(table.GetProperty("rules")[0], "id").ShouldBe("r2");

        var (unknown, refusal) = await designer.SendAsync(
            "POST",
            "decisions/evaluate",
            new
            {
                content = Fees,
                decision = "no",
                inputs = new { },
            }
        );
        unknown.ShouldBe(400);
        Text(refusal, "sentence").ShouldContain("找不到");
    }

    [Fact]
    public async Task A_form_is_drawn_as_the_applicant_sees_it_and_compared_with_its_process()
    {
        using var designer = await DesignClient.OpenAsync(server, Designer);
        var content = await ReadAsync("forms/hygiene-apply.form");
        var (_, check) = await designer.SendAsync("POST", "check", new { kind = "form", content });
        check.GetProperty("steps").GetArrayLength().ShouldBeGreaterThan(2);

        var page = await designer.PostPageAsync("forms/preview", new { content, step = 1 });
        page.TextOf("h1").ShouldNotBeEmpty();
        page.Document.QuerySelector("select[name=venueKind]").ShouldNotBeNull();
        page.Document.QuerySelector("script").ShouldBeNull();
        var english = await designer.PostPageAsync("forms/preview?in=en", new { content, step = 1 });
        english.Document.DocumentElement.GetAttribute("lang").ShouldBe("en");

        var review = await ReadAsync("forms/review.form");
        var (_, documents) = await designer.SendAsync(
            "GET",
            $"documents/{await designer.CreateAsync("process", "比对", await ReadAsync("committed.bpmn"))}"
        );
        var (status, bindings) = await designer.SendAsync(
            "POST",
            "forms/bindings",
            new { content = review, processes = new[] { Text(documents, "id") } }
        );
        status.ShouldBe(200, bindings.ToString());
        var binding = bindings.GetProperty("processes").EnumerateArray().ShouldHaveSingleItem();
        binding.GetProperty("tasks").EnumerateArray().Select(task => Text(task, "id")).ShouldContain("review");
        Strings(binding, "missing").ShouldContain("unit");
        Strings(binding, "missing").ShouldNotContain("reviewOutcome");
    }

    [Fact]
    public async Task Supervisors_may_check_others_may_not_and_large_drafts_are_refused()
    {
        var body = new { kind = "process", content = Deadlock };
        using var supervisor = await DesignClient.OpenAsync(server, Supervisor);
        (await supervisor.SendAsync("POST", "check", body)).Status.ShouldBe(200);
        (await supervisor.SendAsync("POST", "check", body, withToken: false)).Status.ShouldBe(400);
        using var clerk = await DesignClient.OpenAsync(server, Clerk);
        (await clerk.SendAsync("POST", "check", body)).Status.ShouldBe(403);
        using var stranger = await DesignClient.OpenAsync(server, account: null);
        (await stranger.SendAsync("POST", "check", body)).Status.ShouldBe(401);

        var large = new { kind = "process", content = new string('x', (4 * 1024 * 1024) + 1) };
        var (status, answer) = await supervisor.SendAsync("POST", "check", large);
        status.ShouldBe(413);
        Text(answer, "sentence").ShouldStartWith("文件太大");
        (
            await supervisor.SendAsync("POST", "check", new { kind = "process", content = (string?)null })
        ).Status.ShouldBe(400);
    }

    private static async Task<JsonElement> RunAsync(DesignClient designer, string content, string scenario)
    {
        var scenarios = new[]
        {
            new
            {
                id = "1",
                name = "s",
                content = scenario,
            },
        };
        var (status, answer) = await designer.SendAsync("POST", "scenarios/run", new { content, scenarios });
        status.ShouldBe(200, answer.ToString());
        return answer;
    }

    private static Task<string> ReadAsync(string file) =>
        File.ReadAllTextAsync(Path.Combine(Workflows, file), TestContext.Current.CancellationToken);

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static IEnumerable<string?> Strings(JsonElement element, string name) =>
        element.GetProperty(name).EnumerateArray().Select(each => each.GetString());
}
