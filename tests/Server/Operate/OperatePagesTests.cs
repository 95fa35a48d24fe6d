using System.Globalization;
using System.Net;
using Approvals.Kernel.Store;
using Approvals.Server.Operations;
using Approvals.Server.Tests.Fixtures;
using Approvals.Server.Tests.Operations;
using Approvals.Server.Tests.Work;

namespace Approvals.Server.Tests.Operate;

/// <summary>What designers and supervisors see of running processes, and what only designers can do.</summary>
public sealed class OperatePagesTests(StaffDesk desk) : IClassFixture<StaffDesk>
{
    private const string Designer = "luchengzhi";
    private static readonly SqlText Latest = new("SELECT max(key) FROM process_scope");
    private static readonly SqlText ActorOf = new(
        "SELECT actor FROM journal WHERE stream = ?1 ORDER BY version DESC LIMIT 1"
    );

    [Fact]
    public async Task An_instance_is_seen_explained_suspended_and_resumed()
    {
        var key = await StartAsync();
        var designer = await desk.SignInAsync(Designer);
        (await designer.GetAsync("/operate")).TextsOf("tbody a").ShouldContain("订单");
        var process = await designer.GetAsync("/operate/processes/ops");
        process.TextsOf("tbody td").ShouldContain("审核");
        process.Document.QuerySelector("figure svg").ShouldNotBeNull();

        var page = await designer.GetAsync($"/operate/instances/{key}");
        page.TextOf(".waiting li p").ShouldStartWith("「审核」等卫健委的窗口人员办理。");
        page.TextsOf("td code").ShouldContain("way");
        page.TextsOf(".log b").ShouldContain("进入「审核」");

        var refused = await PostAsync(designer, page, $"/operate/instances/{key}?handler=suspend", ("Reason", " "));
        refused.TextOf(".alert").ShouldContain("请写明原因");
        var suspended = await PostAsync(
            designer,
            page,
            $"/operate/instances/{key}?handler=suspend",
            ("Reason", "停电")
        );
        suspended.TextOf(".did b").ShouldBe("已挂起");
        suspended.TextOf(".waiting").ShouldContain("流程已挂起");
        suspended.TextsOf(".log p").ShouldContain(line => line.Contains("停电"));
        Actor(key).ShouldBe((await desk.ActorAsync(Designer)).Id);
        (await PostAsync(designer, page, $"/operate/instances/{key}?handler=resume", ("Reason", "来电")))
            .TextOf(".did b")
            .ShouldBe("已恢复");
        (await PostAsync(designer, page, $"/operate/instances/{key}?handler=cancel", ("Reason", "重复")))
            .TextOf(".waiting")
            .ShouldContain("没有在等的步骤");
    }

    [Fact]
    public async Task A_modification_is_previewed_then_done_and_its_incident_retried()
    {
        var key = await StartAsync();
        var designer = await desk.SignInAsync(Designer);
        var form = await designer.GetAsync($"/operate/instances/{key}/modify");
        var work = form.Document.QuerySelector("input[name=Terminate]")!.GetAttribute("value")!;
        var nothing = await PostAsync(
            designer,
            form,
            $"/operate/instances/{key}/modify?handler=preview",
            ("Reason", "x")
        );
        nothing.TextOf(".alert").ShouldContain("请选择");

        (string, string)[] choice = [("Terminate", work), ("Activate", "which"), ("Reason", "走错了")];
        var preview = await PostAsync(designer, form, $"/operate/instances/{key}/modify?handler=preview", choice);
        preview.TextsOf(".happens li").ShouldBe(["结束：审核", "进入并停在：哪条路", "会有 1 个异常"]);
        (await designer.GetAsync($"/operate/instances/{key}")).TextOf(".waiting").ShouldContain("审核");

        var done = await PostAsync(designer, form, $"/operate/instances/{key}/modify?handler=send", choice);
        done.TextOf(".did b").ShouldBe("已修改");
        done.TextOf(".waiting .trouble").ShouldContain("出错停下");
        var incidents = await designer.GetAsync("/operate/incidents?process=ops");
        incidents.TextOf(".incidents code").ShouldBe("which");
        var retried = await designer.SubmitAsync(incidents, ".incidents form");
        retried.TextOf(".did b").ShouldBe("重试了 1 个，其中 1 个又出异常");
    }

    [Fact]
    public async Task Instances_move_to_the_version_that_was_checked()
    {
        var key = await StartAsync();
        var designer = await desk.SignInAsync(Designer);
        await DeployAsync("audit");
        var page = await designer.GetAsync("/operate/processes/ops/migrate");
        page.TextsOf(".mapping label").ShouldHaveSingleItem().ShouldStartWith("审核");
        page.TextsOf(".incidents b").ShouldContain("审核");
        var from = page.Document.QuerySelector("#from option[selected]")!.GetAttribute("value");
        var to = page.Document.QuerySelector("#to option[selected]")!.GetAttribute("value");

        var mapped = $"/operate/processes/ops/migrate?from={from}&to={to}&map[work]=audit";
        var ready = await designer.GetAsync(mapped);
        ready
            .Document.QuerySelectorAll("input[name=Instances]")
            .Select(box => box.GetAttribute("value"))
            .ShouldContain($"{key}");
        (string, string)[] order = [("from", from!), ("to", to!), ("map[work]", "audit")];
        var none = await PostAsync(designer, ready, "/operate/processes/ops/migrate?handler=chosen", order);
        none.TextOf(".alert").ShouldContain("请选择要迁移的实例");
        var moved = await PostAsync(
            designer,
            ready,
            "/operate/processes/ops/migrate?handler=chosen",
            [.. order, ("Instances", $"{key}")]
        );
        moved.TextOf(".did b").ShouldStartWith("已迁移 1 个");
        var after = await designer.GetAsync($"/operate/instances/{key}");
        after.TextOf(".waiting").ShouldContain("审核");
        after.TextsOf(".log b").ShouldContain("迁移到另一版本");
    }

    [Fact]
    public async Task A_supervisor_looks_on_and_staff_stay_outside()
    {
        var key = await StartAsync();
        var supervisor = await desk.SignInAsync(StaffDesk.Supervisor);
        var page = await supervisor.GetAsync($"/operate/instances/{key}");
        page.TextOf(".waiting").ShouldContain("审核");
        page.TextsOf("td code").ShouldBeEmpty();
        page.Document.QuerySelectorAll("main form").ShouldBeEmpty();
        var token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (
            var address in new[]
            {
                $"/operate/instances/{key}?handler=cancel",
                $"/operate/instances/{key}/modify?handler=send",
                "/operate/incidents?handler=all",
            }
        )
        {
            (
                await supervisor.PostAsync(address, ("__RequestVerificationToken", token), ("Reason", "x"))
            ).Status.ShouldBe(HttpStatusCode.Forbidden);
        }

        var clerk = await desk.SignInAsync(StaffDesk.Clerk);
        (await clerk.GetAsync("/operate")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await clerk.GetAsync($"/operate/instances/{key}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await supervisor.GetAsync("/operate/instances/77")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await supervisor.GetAsync("/operate/processes/none")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_case_tells_its_staff_why_it_waits_and_its_applicant_who_acts()
    {
        var key = await desk.SubmitAsync();
        var clerk = await desk.SignInAsync(StaffDesk.Clerk);
        (await clerk.GetAsync($"/work/cases/{key}")).TextOf(".waiting li p").ShouldContain("等卫健委的窗口人员办理。");
        var applicant = await desk.SignInAsync(StaffDesk.Applicant);
        (await applicant.GetAsync($"/me/cases/{key}")).TextOf("p.waiting").ShouldBe("现在由卫健委办理，您不用做什么。");
        applicant.AcceptLanguage = "en";
        (await applicant.GetAsync($"/me/cases/{key}?lang=en"))
            .TextOf("p.waiting")
            .ShouldEndWith("is working on it; nothing is asked of you.");
    }

    private async Task<long> StartAsync()
    {
        if (!desk.Platform.Readers.Read(session => Workflow.Runtime.Deploying.IsDeployed(session, "ops")))
        {
            await DeployAsync("work");
        }

        var before = desk.Platform.Readers.Read(session => session.QueryInteger(Latest)) ?? 0;
        var published = await new Publish("order", Variables: """{"way":"off"}""").RunAsync(
            desk.Platform,
            Operation.Operator
        );
        published.Failure.ShouldBeNull();
        long Last() => desk.Platform.Readers.Read(session => session.QueryInteger(Latest)) ?? 0;
        await StaffDesk.UntilAsync(() => Last() > before);
        return Last();
    }

    private async Task DeployAsync(string work) =>
        (
            await new Deploy([new("ops.bpmn", OperationModels.Of(work))], null).RunAsync(
                desk.Platform,
                Operation.Operator
            )
        ).Failure.ShouldBeNull();

    private string Actor(long key) =>
        desk.Platform.Readers.Read(session =>
        {
            using var rows = session.Query(ActorOf, key);
            rows.Next();
            return rows.Text(0);
        });

    private static Task<Shown> PostAsync(
        Browser browser,
        Shown page,
        string address,
        params (string Name, string Value)[] fields
    ) =>
        browser.PostAsync(
            address,
            [
                .. fields,
                (
                    "__RequestVerificationToken",
                    page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!
                ),
                ("commandId", Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)),
            ]
        );
}
