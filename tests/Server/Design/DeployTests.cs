using System.Globalization;
using System.Text;
using System.Text.Json;
using Approvals.Kernel;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;
using Approvals.Server.Reads.Catalogue;
using Approvals.Server.Tests.Fixtures;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;
using Approvals.Workflow.Library;

namespace Approvals.Server.Tests.Design;

/// <summary>From a draft to what runs: differences, checks, the running instances, and back.</summary>
public sealed class DeployTests(DemoServer server) : IClassFixture<DemoServer>
{
    private const string Designer = "luchengzhi";
    private const string Supervisor = "fangjingyi";
    private static int models = 90_000;

    private static readonly SqlText VersionsOf = new(
        """
        SELECT d.version FROM process_scope s JOIN process_definition d ON d.key = s.definition
        WHERE d.process_id = ?1 AND s.ended IS NULL ORDER BY s.key
        """
    );

    private static readonly SqlText Records = new(
        """
        SELECT j.data, j.actor FROM journal j JOIN process_definition d ON d.key = j.stream
        WHERE d.process_id = ?1 AND j.type = ?2 ORDER BY j.position
        """
    );

    [Fact]
    public async Task A_second_version_takes_the_running_instances_along_and_the_first_comes_back()
    {
        var designer = await server.SignInAsync(Designer);
        using var client = await DesignClient.OpenAsync(server, Designer);
        var (id, process) = await ModelAsync(client, "部署");
        var address = $"/design/documents/{id}/deploy";
        var first = await designer.GetAsync(address);
        first.TextsOf(".lt").ShouldBe(["没有发现问题，可以部署", "流程健全：总能办结，没有走不到的步骤"]);
        (await designer.SendAsync(first, "main form", Sending.Of())).TextOf(".did").ShouldContain("第 1 版");
        var running = await StartAsync(process, 3);

        var content = (await client.SendAsync("GET", $"documents/{id}")).Answer.GetProperty("content").GetString()!;
        var changed = content
            .Replace("name=\"审查\"", "name=\"核查\"", StringComparison.Ordinal)
            .Replace(
                """<bpmn:endEvent id="end" name="办结">""",
                """<bpmn:dataObject id="extra" /><bpmn:endEvent id="end" name="办结">""",
                StringComparison.Ordinal
            );
        await client.SendAsync("PUT", $"documents/{id}", new { revision = 1, content = changed });
        var page = await designer.GetAsync(address);
        page.TextsOf(".differences li").ShouldBe(["名称：审查 → 核查"]);
        page.TextsOf(".differences dd").ShouldContain("extra（dataObject）");
        page.Document.QuerySelectorAll("figure svg g[data-id=review] .k.changed").Length.ShouldBe(1);
        page.TextsOf("tbody td").ShouldContain("审查");
        page.Document.QuerySelectorAll("input[name=Instances]").Length.ShouldBe(3);

        var none = await designer.SendAsync(page, "main form", Sending.Of(("Move", "Chosen")));
        none.TextOf(".alert").ShouldContain("选");
        var chosen = Sending.Of(("Move", "Chosen"), ("Instances", running[0].ToString(CultureInfo.InvariantCulture)));
        (await designer.SendAsync(page, "main form", chosen)).TextOf(".did").ShouldContain("第 2 版");
        Versions(process).ShouldBe([2, 1, 1]);

        // The same form once more: nothing is deployed twice, and what was chosen has moved already.
        (await designer.SendAsync(page, "main form", chosen))
            .TextOf(".did")
            .ShouldContain("第 2 版");
        Versions(process).ShouldBe([2, 1, 1]);

        var back = await designer.GetAsync(address + "?version=1");
        back.Heading.ShouldBe("退回旧版");
        back.TextsOf(".differences li").ShouldBe(["名称：核查 → 审查"]);
        var rolled = await designer.SendAsync(back, "main form", Sending.Of(("Move", "All")));
        rolled.TextOf(".did").ShouldContain("第 3 版");
        Versions(process).ShouldBe([3, 3, 3]);
        var history = await designer.GetAsync($"/design/documents/{id}/history");
        history
            .TextsOf("tbody td:nth-child(3)")
            .ShouldBe(["退回旧版，部署为第 3 版", "部署为第 2 版", "保存", "部署为第 1 版", "新建"]);
        Journal(process).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Instances_at_a_step_that_goes_move_to_the_one_that_takes_its_place()
    {
        var designer = await server.SignInAsync(Designer);
        using var client = await DesignClient.OpenAsync(server, Designer);
        var (id, process) = await ModelAsync(client, "改了编号");
        var address = $"/design/documents/{id}/deploy";
        await designer.SendAsync(await designer.GetAsync(address), "main form", Sending.Of());
        await StartAsync(process, 2);
        var content = (await client.SendAsync("GET", $"documents/{id}")).Answer.GetProperty("content").GetString()!;
        var changed = content
            .Replace("\"review\"", "\"examine\"", StringComparison.Ordinal)
            .Replace("targetRef=\"examine\"", "targetRef=\"other\"", StringComparison.Ordinal)
            .Replace(
                "<bpmn:incoming>f_start</bpmn:incoming>",
                "<bpmn:incoming>f_other</bpmn:incoming>",
                StringComparison.Ordinal
            )
            .Replace(
                """<bpmn:endEvent id="end" name="办结">""",
                """
                <bpmn:userTask id="other" name="核对"><bpmn:extensionElements><zeebe:userTask /><zeebe:assignmentDefinition candidateGroups="=[unit]" /></bpmn:extensionElements><bpmn:incoming>f_start</bpmn:incoming><bpmn:outgoing>f_other</bpmn:outgoing></bpmn:userTask>
                <bpmn:sequenceFlow id="f_other" sourceRef="other" targetRef="examine" />
                <bpmn:endEvent id="end" name="办结">
                """,
                StringComparison.Ordinal
            );
        await client.SendAsync("PUT", $"documents/{id}", new { revision = 1, content = changed });

        // The step of the same name is chosen already; taken back, nobody can move.
        var page = await designer.GetAsync(address);
        page.Document.QuerySelector(".mapping option[selected]")!.GetAttribute("value").ShouldBe("examine");
        page.Document.QuerySelectorAll("input[name=Instances]").Length.ShouldBe(2);
        var nowhere = await designer.GetAsync(address + "?map%5Breview%5D=");
        nowhere.Document.QuerySelectorAll("input[name=Instances]").Length.ShouldBe(0);
        nowhere.TextsOf(".incidents li").ShouldHaveSingleItem();

        var chosen = await designer.GetAsync(address + "?map%5Breview%5D=other");
        var done = await designer.SendAsync(chosen, "main form[method=post]", Sending.Of(("Move", "All")));
        done.TextOf(".did").ShouldContain("第 2 版");
        Versions(process).ShouldBe([2, 2]);
        var where = await designer.GetAsync("/operate/processes/" + process);
        where.Body.ShouldContain("核对");
    }

    [Fact]
    public async Task What_can_get_stuck_needs_a_reason_that_is_journalled()
    {
        var designer = await server.SignInAsync(Designer);
        using var client = await DesignClient.OpenAsync(server, Designer);
        var (id, process) = await ModelAsync(client, "不健全", Deadlock);
        var page = await designer.GetAsync($"/design/documents/{id}/deploy");
        page.TextsOf(".lt").ShouldContain("流程不健全：可能卡住或留下没办完的步骤");
        page.TextOf("section").ShouldNotBeEmpty();
        var refused = await designer.SendAsync(page, "main form", Sending.Of(("Reason", " ")));
        refused.TextOf(".alert").ShouldContain("请写明为什么仍要部署");
        Journal(process).ShouldBeEmpty();

        var again = await designer.GetAsync($"/design/documents/{id}/deploy");
        await designer.SendAsync(again, "main form", Sending.Of(("Reason", "应急，两日内改")));
        var (record, actor) = Journal(process).ShouldHaveSingleItem();
        record.GetProperty("reason").GetString().ShouldBe("应急，两日内改");
        record.GetProperty("sound").GetBoolean().ShouldBeFalse();
        actor.ShouldStartWith("p:");
    }

    [Fact]
    public async Task Nothing_is_deployed_that_was_saved_since_it_was_looked_at_or_that_can_not_run()
    {
        var designer = await server.SignInAsync(Designer);
        using var client = await DesignClient.OpenAsync(server, Designer);
        var (id, process) = await ModelAsync(client, "又改了");
        var page = await designer.GetAsync($"/design/documents/{id}/deploy");
        var content = (await client.SendAsync("GET", $"documents/{id}")).Answer.GetProperty("content").GetString()!;
        var broken = content.Replace("targetRef=\"end\"", "targetRef=\"nowhere\"", StringComparison.Ordinal);
        await client.SendAsync("PUT", $"documents/{id}", new { revision = 1, content = broken });
        (await designer.SendAsync(page, "main form", Sending.Of()))
            .TextOf(".alert")
            .ShouldContain("别人在您之后保存过");
        var now = await designer.GetAsync($"/design/documents/{id}/deploy");
        now.TextsOf(".lt")[0].ShouldContain("处问题");
        now.Document.QuerySelector("main form").ShouldBeNull();
        Journal(process).ShouldBeEmpty();
    }

    [Fact]
    public async Task Forms_and_decisions_are_deployed_too_and_pages_show_the_new_form_at_once()
    {
        var designer = await server.SignInAsync(Designer);
        using var client = await DesignClient.OpenAsync(server, Designer);
        var decision = await client.CreateAsync("decision", "收费");
        var made = await designer.GetAsync($"/design/documents/{decision}/deploy");
        (await designer.SendAsync(made, "main form", Sending.Of())).TextOf(".did").ShouldContain("第 1 版");

        var id = (await designer.GetAsync("/design?q=hygiene-apply"))
            .Document.QuerySelector(".documents b")!
            .ParentElement!.GetAttribute("href")!;
        var (_, document) = await client.SendAsync("GET", "documents/" + id["/design/documents/".Length..]);
        var content = document.GetProperty("content").GetString()!;
        await client.SendAsync(
            "PUT",
            "documents/" + document.GetProperty("id").GetString(),
            new
            {
                revision = 1,
                content = content.Replace("\"单位名称\"", "\"经营单位名称\"", StringComparison.Ordinal),
            }
        );
        var page = await designer.GetAsync(id + "/deploy");
        page.TextsOf(".differences li").ShouldBe(["名称：单位名称 → 经营单位名称"]);
        (await designer.SendAsync(page, "main form", Sending.Of())).TextOf(".did").ShouldContain("第 2 版");
        new ApplyForms(server.Platform)
            .Find("hygiene-apply")!
            .Fields.Select(field => field.Label.Default)
            .ShouldContain("经营单位名称");
    }

    [Fact]
    public async Task A_supervisor_sees_what_would_happen_and_can_not_do_it()
    {
        var supervisor = await server.SignInAsync(Supervisor);
        using var client = await DesignClient.OpenAsync(server, Designer);
        var (id, process) = await ModelAsync(client, "只看");
        var page = await supervisor.GetAsync($"/design/documents/{id}/deploy");
        page.TextsOf(".lt").ShouldNotBeEmpty();
        page.Document.QuerySelector("main form").ShouldBeNull();
        using var looker = await DesignClient.OpenAsync(server, Supervisor);
        (await looker.PostAsync($"/design/documents/{id}/deploy", ("Revision", "1"))).ShouldBe(403);
        (await looker.PostAsync($"/design/documents/{id}/history?handler=Delete")).ShouldBe(403);
        (await looker.PostAsync($"/design/documents/{id}/history?handler=Restart")).ShouldBe(403);
        (await looker.PostAsync("/design/new?kind=form", ("Name", "不行"))).ShouldBe(403);
        (await looker.PostAsync("/design/import")).ShouldBe(403);
        Journal(process).ShouldBeEmpty();
    }

    private static async Task<(string Id, string Process)> ModelAsync(
        DesignClient client,
        string name,
        Func<string, string>? change = null
    )
    {
        var content = DocumentTemplates.Of(DocumentKind.Process, name, Interlocked.Increment(ref models));
        var id = await client.CreateAsync("process", name, change?.Invoke(content) ?? content);
        var process = DocumentContent.Read(DocumentKind.Process, content).Content!.Definitions[0].Id;
        return (id, process);
    }

    /// <summary>Of two ways only one is taken, and a join waits for both.</summary>
    private static string Deadlock(string content) =>
        content
            .Replace(
                "sourceRef=\"review\" targetRef=\"end\"",
                "sourceRef=\"review\" targetRef=\"split\"",
                StringComparison.Ordinal
            )
            .Replace(
                """<bpmn:endEvent id="end" name="办结">""",
                """
                <bpmn:exclusiveGateway id="split" default="b" />
                <bpmn:parallelGateway id="join" />
                <bpmn:sequenceFlow id="a" sourceRef="split" targetRef="join"><bpmn:conditionExpression>=true</bpmn:conditionExpression></bpmn:sequenceFlow>
                <bpmn:sequenceFlow id="b" sourceRef="split" targetRef="join" />
                <bpmn:sequenceFlow id="c" sourceRef="join" targetRef="end" />
                <bpmn:endEvent id="end" name="办结">
                """,
                StringComparison.Ordinal
            )
            .Replace("<bpmn:incoming>f_end</bpmn:incoming>", "", StringComparison.Ordinal);

    private async Task<List<long>> StartAsync(string process, int count)
    {
        var keys = new List<long>();
        for (var each = 0; each < count; each++)
        {
            long key = 0;
            var answer = await server.Platform.SendAsync(
                Actor.System("test"),
                scope =>
                {
                    var unit = new Variable("unit", FeelValue.From("qy-health"));
                    (key, var rejection) = server.Platform.Runtime.Start(scope, process, 0, [unit]);
                    return rejection is null ? TurnAnswer.Done() : rejection;
                }
            );
            answer.Rejection.ShouldBeNull();
            keys.Add(key);
        }

        return keys;
    }

    private List<long> Versions(string process) =>
        server.Platform.Readers.Read(session => session.QueryIntegers(VersionsOf, process));

    private List<(JsonElement Data, string Actor)> Journal(string process) =>
        server.Platform.Readers.Read(session =>
        {
            var found = new List<(JsonElement, string)>();
            using var rows = session.Query(Records, process, LibraryDeploying.EventType);
            while (rows.Next())
            {
                using var data = JsonDocument.Parse(Encoding.UTF8.GetString(rows.Blob(0)));
                found.Add((data.RootElement.Clone(), rows.Text(1)));
            }

            return found;
        });
}
