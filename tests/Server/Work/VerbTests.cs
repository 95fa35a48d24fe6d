using System.Net;
using Approvals.Cases;
using Approvals.Cases.Commands;

namespace Approvals.Server.Tests.Work;

/// <summary>转办、委托、退回、撤回、抄送、催办 through posted forms: who may, what it does, and what the log says.</summary>
public sealed class VerbTests(StaffDesk staff) : IClassFixture<StaffDesk>
{
    private readonly VerbDesk desk = new(staff);

    [Fact]
    public async Task Only_what_the_model_and_the_state_allow_is_offered()
    {
        var key = await desk.AtReviewAsync();

        (await desk.OffersAsync(key, StaffDesk.Reviewer)).ShouldBe(["转办", "抄送", "催办"]);
        await desk.ClaimAsync(key, "review", StaffDesk.Reviewer);
        (await desk.OffersAsync(key, StaffDesk.Reviewer)).ShouldBe(["转办", "委托办理", "抄送"]);
        (await desk.OffersAsync(key, VerbDesk.OtherReviewer)).ShouldBe(["催办"]);
        (await desk.OffersAsync(key, StaffDesk.Clerk)).ShouldBe(["催办"]);
        var decided = await desk.AtDecisionAsync();
        (await desk.OffersAsync(decided, StaffDesk.Approver)).ShouldBe(["转办", "委托办理", "加签", "抄送"]);
    }

    [Fact]
    public async Task A_task_is_handed_over_with_a_reason_to_somebody_of_the_same_post()
    {
        var key = await desk.AtReviewAsync();
        await desk.ClaimAsync(key, "review", StaffDesk.Reviewer);
        var other = await desk.IdAsync(VerbDesk.OtherReviewer);
        var empty = await desk.SendAsync(key, "review", StaffDesk.Reviewer, "hand-over");
        empty.TextsOf(".alert li").ShouldBe(["请选一个人。", "请写明理由。"]);
        empty.TextsOf("#To option").ShouldBe(["请选择", "何志远　审批科审查员（B 岗）"]);

        var done = await desk.SendAsync(
            key,
            "review",
            StaffDesk.Reviewer,
            "hand-over",
            ("To", other),
            ("Reason", "明日起休假")
        );

        done.TextOf(".did b").ShouldBe("已转办，并通知对方。");
        done.TextsOf(".log b").ShouldContain("审查转办给卫健委 何志远");
        done.TextsOf(".log p").ShouldContain("卫健委 许文清，明日起休假");
        done.TextOf(".taken").ShouldNotBeEmpty();
        (await desk.CaseAsync(key, VerbDesk.OtherReviewer)).TextOf(".decide .pri").ShouldContain("通过");
        await desk.ToldAsync(key, VerbDesk.OtherReviewer, "许文清把“公共场所卫生许可”");
    }

    [Fact]
    public async Task A_task_is_not_handed_over_by_or_to_a_stranger()
    {
        var key = await desk.AtReviewAsync();
        var task = staff.TaskOf(key, "review");
        var clerk = await staff.SignInAsync(StaffDesk.Clerk);
        (await clerk.GetAsync($"/work/tasks/{task}/hand-over")).Address.ShouldEndWith($"/work/cases/{key}");
        var stranger = await staff.SignInAsync("marketclerk");
        (await stranger.GetAsync($"/work/tasks/{task}/hand-over")).Status.ShouldBe(HttpStatusCode.NotFound);
        await desk.ClaimAsync(key, "review", StaffDesk.Reviewer);
        var reviewer = await staff.SignInAsync(StaffDesk.Reviewer);
        var form = await reviewer.GetAsync($"/work/tasks/{task}/hand-over");

        var toClerk = await reviewer.SubmitAsync(
            form,
            "main form",
            ("To", await desk.IdAsync(StaffDesk.Clerk)),
            ("Reason", "请帮忙")
        );

        toClerk.TextOf(".alert li").ShouldContain("没有办理这一环节的岗位");
        toClerk.TextOf("#Reason").ShouldBe("请帮忙");
        var forged = await clerk.PostAsync(
            $"/work/tasks/{task}/hand-over",
            ("__RequestVerificationToken", await TokenAsync(clerk, $"/work/tasks/{task}/urge")),
            ("CommandId", Guid.NewGuid().ToString()),
            ("To", await desk.IdAsync(VerbDesk.OtherReviewer)),
            ("Reason", "我来派")
        );
        forged.TextOf(".alert li").ShouldBe("这一步不由您办理");
    }

    [Fact]
    public async Task A_delegate_works_and_the_assignee_completes()
    {
        var key = await desk.AtReviewAsync();
        await desk.ClaimAsync(key, "review", StaffDesk.Reviewer);
        var clerk = await desk.IdAsync(StaffDesk.Clerk);
        await desk.SendAsync(key, "review", StaffDesk.Reviewer, "delegate", ("To", clerk), ("Reason", "请核对平面图"));

        var mine = await desk.CaseAsync(key, StaffDesk.Reviewer);
        mine.Document.QuerySelector("[data-decide]").ShouldBeNull();
        mine.TextOf(".standing").ShouldContain("委托窗口 12 林晓芸办理");
        var asked = await desk.CaseAsync(key, StaffDesk.Clerk);
        asked.TextOf(".decide a").ShouldBe("交回委托 G");
        (await (await staff.SignInAsync(StaffDesk.Clerk)).GetAsync("/work?q=" + await QueryAsync(key)))
            .TextOf("tr[data-case] .tag")
            .ShouldBe("受托");

        var silent = await desk.SendAsync(key, "review", StaffDesk.Clerk, "give-back");
        silent.TextOf(".alert li").ShouldBe("请写明意见。");
        await desk.SendAsync(key, "review", StaffDesk.Clerk, "give-back", ("Opinion", "平面图与照片一致"));

        await desk.ToldAsync(key, StaffDesk.Reviewer, "平面图与照片一致");
        var back = await desk.CaseAsync(key, StaffDesk.Reviewer);
        back.TextOf(".decide .pri").ShouldContain("通过");
        back.TextsOf(".log b").ShouldContain("审查交回委托");
        desk.Differences().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_delegator_takes_the_task_back()
    {
        var key = await desk.AtReviewAsync();
        await desk.ClaimAsync(key, "review", StaffDesk.Reviewer);
        var to = await desk.IdAsync(VerbDesk.OtherReviewer);
        await desk.SendAsync(key, "review", StaffDesk.Reviewer, "delegate", ("To", to), ("Reason", "请看一下"));

        var back = await desk.SendAsync(key, "review", StaffDesk.Reviewer, "give-back");

        back.TextOf(".did b").ShouldBe("委托已结束。");
        back.TextOf(".decide .pri").ShouldContain("通过");
        await desk.ToldAsync(key, VerbDesk.OtherReviewer, "收回了委托");
    }

    [Fact]
    public async Task A_review_is_returned_to_whoever_wrote_it()
    {
        var key = await desk.AtDecisionAsync();
        await desk.SendAsync(key, "decide", StaffDesk.Approver, "back", ("Reason", "请核对浴池数量"));

        staff.Stage(key).ShouldBe("Reviewing");
        staff.TaskOf(key, "decide").ShouldBeNull();
        var reviewer = await desk.CaseAsync(key, StaffDesk.Reviewer);
        reviewer.TextOf(".points").ShouldContain("请核对浴池数量");
        reviewer.TextsOf(".decide button").ShouldBe(["退回签收"]);
        (await desk.CaseAsync(key, VerbDesk.OtherReviewer)).Document.QuerySelector(".decide .pri").ShouldBeNull();
        await desk.ToldAsync(key, StaffDesk.Reviewer, "退回给您重办");
    }

    [Fact]
    public async Task A_review_is_taken_back_until_somebody_begins_to_decide()
    {
        var key = await desk.AtReviewAsync();
        await staff.StepAsync(
            key,
            "review",
            StaffDesk.Reviewer,
            new ReviewCase(Recommendation.Grant, "符合"),
            "decide"
        );
        (await desk.OffersAsync(key, VerbDesk.OtherReviewer)).ShouldBe(["催办"]);
        (await desk.OffersAsync(key, StaffDesk.Reviewer)).ShouldBe(["撤回审查意见", "催办"]);

        var back = await desk.SendAsync(key, "decide", StaffDesk.Reviewer, "take-back", ("Reason", "日期写错"));

        back.TextOf(".did b").ShouldBe("已撤回，请重新审查。");
        back.TextOf(".log b").ShouldBe("撤回审查意见");
        staff.Events(key).ShouldContain("case.review-withdrawn");
        staff.Stage(key).ShouldBe("Reviewing");
        await staff.StepAsync(
            key,
            "review",
            StaffDesk.Reviewer,
            new ReviewCase(Recommendation.Grant, "符合"),
            "decide"
        );
        await desk.ClaimAsync(key, "decide", StaffDesk.Approver);
        (await desk.OffersAsync(key, StaffDesk.Reviewer)).ShouldBe(["催办"]);
    }

    [Fact]
    public async Task Who_reads_along_finds_the_case_and_can_change_nothing()
    {
        var key = await desk.AtReviewAsync();
        var clerk = await desk.IdAsync(StaffDesk.Clerk);
        (await desk.SendAsync(key, "review", StaffDesk.Reviewer, "copy"))
            .TextOf(".alert li")
            .ShouldBe("请至少选一个人。");

        var done = await desk.SendAsync(
            key,
            "review",
            StaffDesk.Reviewer,
            "copy",
            ("Recipients", clerk),
            ("Note", "请知悉")
        );

        done.TextsOf(".log b").ShouldContain("审查抄送窗口 12 林晓芸");
        var browser = await staff.SignInAsync(StaffDesk.Clerk);
        (await browser.GetAsync("/work")).TextsOf(".filters a[href='/work/copies']").ShouldNotBeEmpty();
        var copies = await browser.GetAsync("/work/copies");
        copies.TextsOf("tbody tr").ShouldContain(row => row.Contains("许文清") && row.Contains("请知悉"));
        (await browser.GetAsync($"/work/cases/{key}")).Document.QuerySelector("[data-decide]").ShouldBeNull();
        var again = await (await staff.SignInAsync(StaffDesk.Reviewer)).GetAsync(
            $"/work/tasks/{staff.TaskOf(key, "review")}/copy"
        );
        again.Document.QuerySelector($"input[value='{clerk}']")!.HasAttribute("disabled").ShouldBeTrue();
    }

    [Fact]
    public async Task Everybody_urges_once_a_working_day_and_the_list_shows_it()
    {
        var key = await desk.AtReviewAsync("催办浴场");
        var applicant = await staff.SignInAsync(StaffDesk.Applicant);
        var page = await applicant.GetAsync($"/me/cases/{key}");
        var urged = await applicant.SubmitAsync(page, "form.urge");
        urged.TextOf("p.urge").ShouldBe("今天已经催办，经办人收到了提醒。");
        urged.TextsOf(".log b").ShouldContain("催办审查");
        var forced = await applicant.SubmitAsync(page, "form.urge", ("CommandId", Guid.NewGuid().ToString()));
        forced.TextOf(".alert li").ShouldContain("今天已经催办过");

        (await desk.SendAsync(key, "review", StaffDesk.Clerk, "urge", ("Note", "申请人来电")))
            .TextOf(".did b")
            .ShouldStartWith("已催办");
        var supervisor = await staff.SignInAsync(StaffDesk.Supervisor);
        var watched = await supervisor.GetAsync($"/supervise/cases/{key}");
        (await supervisor.SubmitAsync(watched, "main form", ("Note", "请尽快")))
            .TextOf(".did b")
            .ShouldStartWith("已催办");

        var reviewer = await staff.SignInAsync(StaffDesk.Reviewer);
        (await reviewer.GetAsync("/work?q=催办浴场")).TextOf("tr[data-case] .tag").ShouldBe("催办 3");
        (await reviewer.GetAsync($"/work/cases/{key}")).TextOf(".standing").ShouldContain("已催办 3 人次");
        await desk.ToldAsync(key, StaffDesk.Reviewer, "请尽快");
        var log = await applicant.GetAsync($"/me/cases/{key}?log=all");
        log.TextsOf(".log b").Count(what => what == "催办审查").ShouldBe(1);

        var none = await desk.SendAsync(key, "review", StaffDesk.Reviewer, "reply");
        none.TextsOf(".alert li").ShouldBe(["请写明答复。"]);
        (await desk.SendAsync(key, "review", StaffDesk.Reviewer, "reply", ("Text", "检测报告周四到，周五办好。")))
            .TextOf(".did b")
            .ShouldStartWith("已答复");
        var others = await staff.Platform.SendAsync(
            await staff.ActorAsync(StaffDesk.Clerk),
            scope => staff.Platform.TaskVerbs.AnswerUrge(scope, staff.TaskOf(key, "review")!.Value, "不归我办。")
        );
        others.Rejection!.Code.ShouldBe("task.not-yours");
        (await supervisor.GetAsync($"/supervise/cases/{key}"))
            .TextOf("main")
            .ShouldContain("检测报告周四到，周五办好。");
        (await applicant.GetAsync($"/me/cases/{key}?log=all")).TextsOf(".log b").ShouldContain("答复催办");
        desk.Differences().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stranger_urges_nothing()
    {
        var key = await desk.AtReviewAsync();
        var task = staff.TaskOf(key, "review")!.Value;

        var answer = await staff.Platform.SendAsync(
            await staff.ActorAsync("marketclerk"),
            scope => staff.Platform.TaskVerbs.Urge(scope, key, task, null)
        );

        answer.Rejection!.Code.ShouldBe("case.not-yours");
    }

    [Fact]
    public async Task A_verb_sent_twice_happens_once()
    {
        var key = await desk.AtReviewAsync();
        var reviewer = await staff.SignInAsync(StaffDesk.Reviewer);
        var form = await reviewer.GetAsync($"/work/tasks/{staff.TaskOf(key, "review")}/hand-over");
        (string, string)[] fields = [("To", await desk.IdAsync(VerbDesk.OtherReviewer)), ("Reason", "休假")];

        var first = await reviewer.SubmitAsync(form, "main form", fields);
        var second = await reviewer.SubmitAsync(form, "main form", fields);

        second.TextOf(".did b").ShouldBe(first.TextOf(".did b"));
        second.TextsOf(".log b").Count(what => what.StartsWith("审查转办", StringComparison.Ordinal)).ShouldBe(1);
    }

    private static async Task<string> TokenAsync(Fixtures.Browser browser, string address) =>
        (await browser.GetAsync(address))
            .Document.QuerySelector("main input[name=__RequestVerificationToken]")!
            .GetAttribute("value")!;

    private async Task<string> QueryAsync(long key) =>
        (await desk.CaseAsync(key, StaffDesk.Clerk))
            .TextOf(".page-head b.n")
            .Replace(" ", "", StringComparison.Ordinal);
}
