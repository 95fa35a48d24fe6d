using System.Net;
using Approvals.Cases;
using Approvals.Cases.Commands;
using Approvals.Server.Tests.Fixtures;

namespace Approvals.Server.Tests.Work;

/// <summary>Decisions through posted forms: what is shown, and what they leave in the journal.</summary>
public sealed class DecisionTests(StaffDesk desk) : IClassFixture<StaffDesk>
{
    [Fact]
    public async Task A_case_goes_through_three_hands_to_its_licence()
    {
        var key = await desk.SubmitAsync();
        var clerk = await desk.SignInAsync(StaffDesk.Clerk);
        var page = await clerk.GetAsync($"/work/cases/{key}");
        page.TextsOf(".kv dt").ShouldContain("场所类别");
        page.TextsOf(".kv dd").ShouldContain("公共浴室");
        page.TextsOf(".decide a").ShouldBe(["受理 T", "一次性补正 B", "退回 F", "不予受理"]);

        var accept = await clerk.GetAsync($"/work/tasks/{desk.TaskOf(key, "accept")}/accept");
        accept.TextsOf(".happens li").Count.ShouldBe(3);
        var accepted = await clerk.SubmitAsync(accept, "main form");
        accepted.TextOf(".did b").ShouldBe("已受理，通知书正在发出。");
        await StaffDesk.UntilAsync(() => desk.TaskOf(key, "review") is not null);

        var reviewer = await desk.SignInAsync(StaffDesk.Reviewer);
        var review = await reviewer.GetAsync($"/work/tasks/{desk.TaskOf(key, "review")}/pass");
        var reviewed = await reviewer.SubmitAsync(
            review,
            "main form",
            ("Opinion", "符合《公共场所卫生管理条例》第四条")
        );
        reviewed.TextOf(".did b").ShouldBe("意见已转审批人。");

        var approver = await desk.SignInAsync(StaffDesk.Approver);
        var approve = await approver.GetAsync($"/work/tasks/{desk.TaskOf(key, "decide")}/approve");
        approve.TextOf(".decision .ww").ShouldContain("第四条");
        await approver.SubmitAsync(approve, "main form");
        await StaffDesk.UntilAsync(() => desk.Stage(key) == "Closed");
        desk.Events(key).ShouldContain("case.approved");
        var after = await approver.GetAsync($"/work/cases/{key}");
        after.Document.QuerySelector("[data-decide]").ShouldBeNull();
    }

    [Fact]
    public async Task A_form_sent_twice_happens_once_and_gets_its_first_answer()
    {
        var key = await desk.SubmitAsync();
        var clerk = await desk.SignInAsync(StaffDesk.Clerk);
        var form = await clerk.GetAsync($"/work/tasks/{desk.TaskOf(key, "accept")}/accept");

        var first = await clerk.SubmitAsync(form, "main form");
        var second = await clerk.SubmitAsync(form, "main form");

        first.TextOf(".did b").ShouldBe(second.TextOf(".did b"));
        desk.Events(key).Count(type => type == "case.accepted").ShouldBe(1);
    }

    [Fact]
    public async Task A_form_of_a_step_that_is_over_says_so()
    {
        var key = await desk.SubmitAsync();
        var clerk = await desk.SignInAsync(StaffDesk.Clerk);
        var task = desk.TaskOf(key, "accept");
        var one = await clerk.GetAsync($"/work/tasks/{task}/accept");
        var other = await clerk.GetAsync($"/work/tasks/{task}/accept");
        await clerk.SubmitAsync(one, "main form");

        var late = await clerk.SubmitAsync(other, "main form", ("Remark", "请看通知书"));

        late.TextsOf(".alert li").Count.ShouldBe(1);
        late.TextOf("textarea").ShouldBe("请看通知书");
        (await clerk.GetAsync($"/work/tasks/{task}/accept")).Address.ShouldEndWith($"/work/cases/{key}");
    }

    [Fact]
    public async Task The_correction_notice_is_seen_before_it_leaves()
    {
        var key = await desk.SubmitAsync();
        var clerk = await desk.SignInAsync(StaffDesk.Clerk);
        var list = await clerk.GetAsync($"/work/tasks/{desk.TaskOf(key, "accept")}/correct");
        list.TextsOf(".check-line legend").ShouldContain("卫生检测或评价报告");
        list.TextsOf(".check-line legend").ShouldContain("单位名称");

        var empty = await clerk.SubmitAsync(list, "main form");
        empty.TextOf(".alert li").ShouldBe("请至少勾选一项，并写明怎样补正");

        var (problem, reason) = Controls(list, "卫生检测或评价报告");
        var unsaid = await clerk.SubmitAsync(list, "main form", (problem, "Wrong"));
        unsaid.TextOf(".alert a").ShouldBe("卫生检测或评价报告：请写明怎样补正");
        unsaid.Document.QuerySelector($"input[name='{problem}'][value=Wrong]")!.HasAttribute("checked").ShouldBeTrue();

        var paper = await clerk.SubmitAsync(
            unsaid,
            "main form",
            (problem, "Wrong"),
            (reason, "报告已过期，请交一年内的")
        );
        paper.TextOf(".notice-paper h3").ShouldBe("一次性补正告知书");
        paper.TextOf(".notice-paper ol li").ShouldBe("卫生检测或评价报告：不符合要求。报告已过期，请交一年内的");
        desk.Stage(key).ShouldBe("Submitted");

        var edited = await clerk.SubmitAsync(paper, "form[action$='handler=edit']");
        edited.Document.GetElementById(FieldId(reason))!.GetAttribute("value").ShouldBe("报告已过期，请交一年内的");

        var sent = await clerk.SubmitAsync(paper, "form[action$='handler=send']");
        sent.TextOf(".did b").ShouldBe("补正告知书正在发出，时限已停表。");
        desk.Stage(key).ShouldBe("CorrectingForAcceptance");
    }

    [Fact]
    public async Task A_second_correction_is_refused_explained_and_reported()
    {
        var key = await desk.SubmitAsync();
        await desk.CorrectAsync(key);
        var clerk = await desk.SignInAsync(StaffDesk.Clerk);
        var task = desk.TaskOf(key, "accept");
        var page = await clerk.GetAsync($"/work/tasks/{task}/correct");
        page.TextOf(".happens p").ShouldContain("补正只能告知一次。首次告知书为");
        page.TextOf(".happens ol li").ShouldContain("已过期");
        page.Document.QuerySelector(".check-line").ShouldBeNull();
        desk.Alarms(key).ShouldBeEmpty();

        var token = (await clerk.GetAsync($"/work/tasks/{task}/accept"))
            .Document.QuerySelector("main input[name=__RequestVerificationToken]")!
            .GetAttribute("value")!;
        var forced = await clerk.PostAsync(
            $"/work/tasks/{task}/correct?handler=send",
            ("__RequestVerificationToken", token),
            ("CommandId", Guid.NewGuid().ToString()),
            ("Problem[m0]", "Wrong"),
            ("Reason[m0]", "再交一次")
        );

        forced.TextOf(".alert li").ShouldContain("补正只能告知一次");
        desk.Alarms(key).ShouldBe(["R-06"]);
        desk.Events(key).Count(type => type == "case.correction-requested").ShouldBe(1);
        desk.TaskOf(key, "accept").ShouldBe(task);
    }

    [Fact]
    public async Task Not_accepting_needs_a_reason_and_where_to_go()
    {
        var key = await desk.SubmitAsync();
        var clerk = await desk.SignInAsync(StaffDesk.Clerk);
        var form = await clerk.GetAsync($"/work/tasks/{desk.TaskOf(key, "accept")}/decline");

        var half = await clerk.SubmitAsync(form, "main form", ("Reason", "不属于本机关职权"));
        half.TextsOf(".alert a").ShouldBe(["请写明应当向谁申请或怎样办"]);
        half.TextOf("#Reason").ShouldBe("不属于本机关职权");

        var paper = await clerk.SubmitAsync(
            half,
            "main form",
            ("Reason", "不属于本机关职权"),
            ("WhereToGo", "向澄江区卫生健康局申请")
        );
        paper.TextOf(".notice-paper").ShouldContain("办理去向：向澄江区卫生健康局申请");
        await clerk.SubmitAsync(paper, "form[action$='handler=send']");
        await StaffDesk.UntilAsync(() => desk.Stage(key) == "Closed");
        desk.Events(key).ShouldContain("case.not-accepted");
    }

    [Fact]
    public async Task A_refusal_gives_its_reasons_one_by_one_with_the_remedies_ready()
    {
        var key = await desk.SubmitAsync();
        await desk.StepAsync(key, "accept", StaffDesk.Clerk, new AcceptCase(), "review");
        await desk.StepAsync(
            key,
            "review",
            StaffDesk.Reviewer,
            new ReviewCase(Recommendation.Refuse, "不符合"),
            "decide"
        );
        var approver = await desk.SignInAsync(StaffDesk.Approver);
        var form = await approver.GetAsync($"/work/tasks/{desk.TaskOf(key, "decide")}/refuse");
        form.TextOf("#Remedies").ShouldContain("六十日内");

        var empty = await approver.SubmitAsync(
            form,
            "main form",
            ("Reasons", " \n "),
            ("Remedies", form.TextOf("#Remedies"))
        );
        empty.TextOf(".alert a").ShouldBe("请写明不予许可的理由，每条一行");

        var paper = await approver.SubmitAsync(
            empty,
            "main form",
            ("Reasons", "水质检测不合格\n\n未设通风设施"),
            ("Remedies", form.TextOf("#Remedies"))
        );
        paper.TextsOf(".notice-paper ol li").ShouldBe(["水质检测不合格", "未设通风设施"]);
        await approver.SubmitAsync(paper, "form[action$='handler=send']");
        await StaffDesk.UntilAsync(() => desk.Stage(key) == "Closed");
        desk.Events(key).ShouldContain("case.refused");
    }

    [Fact]
    public async Task The_approver_sends_back_with_a_reason()
    {
        var key = await desk.SubmitAsync();
        await desk.StepAsync(key, "accept", StaffDesk.Clerk, new AcceptCase(), "review");
        await desk.StepAsync(key, "review", StaffDesk.Reviewer, new ReviewCase(Recommendation.Grant, "符合"), "decide");
        var approver = await desk.SignInAsync(StaffDesk.Approver);
        var form = await approver.GetAsync($"/work/tasks/{desk.TaskOf(key, "decide")}/back");
        (await approver.SubmitAsync(form, "main form")).TextOf(".alert a").ShouldBe("请写明理由");

        await approver.SubmitAsync(form, "main form", ("Reason", "请核对浴池数量"));

        desk.Stage(key).ShouldBe("Reviewing");
        var reviewer = await desk.SignInAsync(StaffDesk.Reviewer);
        (await reviewer.GetAsync($"/work/cases/{key}")).TextOf(".points").ShouldContain("请核对浴池数量");
    }

    [Fact]
    public async Task A_clerk_can_neither_open_nor_send_a_decision()
    {
        var key = await desk.SubmitAsync();
        await desk.StepAsync(key, "accept", StaffDesk.Clerk, new AcceptCase(), "review");
        await desk.StepAsync(key, "review", StaffDesk.Reviewer, new ReviewCase(Recommendation.Grant, "符合"), "decide");
        var task = desk.TaskOf(key, "decide");
        var clerk = await desk.SignInAsync(StaffDesk.Clerk);
        (await clerk.GetAsync($"/work/tasks/{task}/approve")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await clerk.GetAsync($"/work/cases/{key}")).Document.QuerySelector("[data-decide]").ShouldBeNull();

        var token = await TokenAsync(clerk);
        var forged = await clerk.PostAsync(
            $"/work/tasks/{task}/approve",
            ("__RequestVerificationToken", token),
            ("CommandId", Guid.NewGuid().ToString())
        );

        forged.Status.ShouldBe(HttpStatusCode.NotFound);
        desk.Stage(key).ShouldBe("Deciding");
    }

    [Fact]
    public async Task A_decision_fits_its_step()
    {
        var key = await desk.SubmitAsync();
        var clerk = await desk.SignInAsync(StaffDesk.Clerk);
        var task = desk.TaskOf(key, "accept");
        foreach (var outcome in new[] { "pass", "oppose", "approve", "refuse", "back" })
        {
            (await clerk.GetAsync($"/work/tasks/{task}/{outcome}")).Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    private static async Task<string> TokenAsync(Browser browser) =>
        (await browser.GetAsync("/work"))
            .Document.QuerySelector("input[name=__RequestVerificationToken]")!
            .GetAttribute("value")!;

    private static (string Problem, string Reason) Controls(Shown page, string caption)
    {
        var line = page
            .Document.QuerySelectorAll(".check-line")
            .First(each => each.QuerySelector("legend")!.TextContent == caption);
        return (
            line.QuerySelector("input[type=radio]")!.GetAttribute("name")!,
            line.QuerySelector(".reason input")!.GetAttribute("name")!
        );
    }

    private static string FieldId(string name) => Approvals.Server.Components.ErrorSummary.FieldError.IdOf(name);
}
