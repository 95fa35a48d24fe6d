using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Server.Tests.Work;

/// <summary>加签、减签、签署: opinions before, beside and after a decision, through posted forms.</summary>
public sealed class SigningTests(StaffDesk staff) : IClassFixture<StaffDesk>
{
    private readonly VerbDesk desk = new(staff);

    [Fact]
    public async Task A_before_signer_is_asked_first_in_another_unit_and_advises_only()
    {
        var key = await desk.AtDecisionAsync();
        var added = await AddAsync(key, "Before", VerbDesk.MarketApprover);
        added.TextOf(".did b").ShouldBe("已加签，并通知对方。");
        added.TextOf(".standing .signers").ShouldContain("唐雨晴 前加签 待签署");
        added.TextOf(".decide .taken").ShouldBe("前加签还没有签署，现在不能作决定");
        added.Document.QuerySelector(".decide .pri").ShouldBeNull();
        added.TextsOf(".decide a").ShouldBe(["退回审查 H"]);

        var market = await staff.SignInAsync(VerbDesk.MarketApprover);
        var list = await market.GetAsync("/work");
        list.TextOf("#signing tbody").ShouldContain("卫健委 江若兰");
        var page = await market.GetAsync($"/work/cases/{key}");
        page.TextOf(".decide a").ShouldBe("签署意见 S");
        var form = await market.GetAsync($"/work/tasks/{staff.TaskOf(key, "decide")}/sign");
        form.TextOf(".lead").ShouldContain("是否涉及特种设备");
        (await market.SubmitAsync(form, "main form")).TextOf(".alert li").ShouldBe("请选同意或不同意。");
        (await market.SubmitAsync(form, "main form", ("Agrees", "false"))).TextOf(".alert li").ShouldBe("请写明意见。");
        var signed = await market.SubmitAsync(form, "main form", ("Agrees", "false"), ("Opinion", "锅炉须先登记"));
        signed.TextOf(".did b").ShouldBe("意见已签署。");

        await desk.ToldAsync(key, StaffDesk.Approver, "不同意。附言：锅炉须先登记");
        var mine = await desk.CaseAsync(key, StaffDesk.Approver);
        mine.TextOf(".signers").ShouldContain("不同意 锅炉须先登记");
        mine.TextOf(".decide .pri").ShouldContain("准予");
        staff.Stage(key).ShouldBe("Deciding");
        (await desk.SendAsync(key, "decide", StaffDesk.Approver, "approve")).TextOf(".did b").ShouldNotBeEmpty();
        await StaffDesk.UntilAsync(() => staff.Stage(key) == "Closed");
    }

    [Fact]
    public async Task What_is_submitted_happens_when_the_last_has_signed()
    {
        var key = await desk.AtDecisionAsync();
        await AddAsync(key, "Parallel", VerbDesk.OtherApprover);
        await AddAsync(key, "After", VerbDesk.MarketApprover);
        var submitted = await desk.SendAsync(key, "decide", StaffDesk.Approver, "approve", ("Opinion", "同意"));
        submitted.TextOf(".did b").ShouldBe("已提交，签署人都签完后生效。");
        submitted.TextOf(".log b").ShouldBe("提交，待签署");
        staff.Stage(key).ShouldBe("Deciding");
        staff.Events(key)[^1].ShouldBe("case.step-submitted");
        desk.Differences().ShouldBeEmpty();
        var waiting = await desk.CaseAsync(key, StaffDesk.Approver);
        waiting.TextOf(".decide .taken").ShouldBe("决定已提交，签署人都签完后生效");
        waiting.TextsOf(".more-verbs a").ShouldBe(["减签", "抄送"]);

        await SignAsync(key, VerbDesk.MarketApprover, agrees: true);
        staff.Stage(key).ShouldBe("Deciding");
        await SignAsync(key, VerbDesk.OtherApprover, agrees: true);

        staff.Events(key).ShouldContain("case.approved");
        await StaffDesk.UntilAsync(() => staff.Stage(key) == "Closed");
        var over = await desk.CaseAsync(key, StaffDesk.Approver);
        var log = over.TextsOf(".log li");
        log.ShouldContain(line => line.Contains("准予许可") && line.Contains("江若兰") && !line.Contains("签署"));
        log.ShouldContain(line => line.Contains("决定签署：同意") && line.Contains("魏长明"));
        var applicant = await (await staff.SignInAsync(StaffDesk.Applicant)).GetAsync($"/me/cases/{key}?log=all");
        applicant.TextsOf(".log b").ShouldNotContain(what => what.Contains('签'));
        desk.Differences().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_disagreement_with_the_decision_gives_it_back()
    {
        var key = await desk.AtDecisionAsync();
        await AddAsync(key, "After", VerbDesk.OtherApprover);
        await desk.SendAsync(key, "decide", StaffDesk.Approver, "approve");
        await SignAsync(key, VerbDesk.OtherApprover, agrees: false);

        staff.Events(key)[^1].ShouldBe("case.step-reopened");
        await desk.ToldAsync(key, StaffDesk.Approver, "没有生效");
        var mine = await desk.CaseAsync(key, StaffDesk.Approver);
        mine.TextOf(".decide .pri").ShouldContain("准予");
        await desk.SendAsync(key, "decide", StaffDesk.Approver, "approve");
        var removed = await desk.SendAsync(
            key,
            "decide",
            StaffDesk.Approver,
            "remove-signer",
            ("Signer", (await SignerAsync(key)).ToString()),
            ("Reason", "已当面沟通")
        );

        removed.TextOf(".did b").ShouldBe("已减签。");
        staff.Events(key).ShouldContain("case.approved");
    }

    [Fact]
    public async Task A_signature_is_asked_of_nobody_who_reviewed_or_holds_no_post_for_it()
    {
        var key = await desk.AtDecisionAsync();
        var browser = await staff.SignInAsync(StaffDesk.Approver);
        var form = await browser.GetAsync($"/work/tasks/{staff.TaskOf(key, "decide")}/add-signer");
        form.TextsOf("#To optgroup option")
            .ShouldBe([
                "高建宏　首席代表",
                "曹永和　审批科审查员",
                "孟凡宇　审批科审查员",
                "贺国兴　首席代表",
                "何志远　审批科审查员（B 岗）",
                "魏长明　首席代表（B 岗）",
                "邓志强　审批科审查员",
                "唐雨晴　首席代表",
                "杨振海　审批科审查员",
                "邵卫民　审批科审查员",
                "欧阳敏　社会事务办主任",
                "蒋国梁　街道办事处主任",
            ]);

        var own = await browser.SubmitAsync(
            form,
            "main form",
            ("Order", "Before"),
            ("Reason", "请看"),
            ("To", await desk.IdAsync(StaffDesk.Reviewer))
        );
        own.TextOf(".alert li").ShouldContain("须与这一环节分开的环节");
        var clerk = await browser.SubmitAsync(
            form,
            "main form",
            ("Order", "Before"),
            ("Reason", "请看"),
            ("To", await desk.IdAsync(StaffDesk.Clerk))
        );
        clerk.TextOf(".alert li").ShouldContain("没有可以在这一环节签署的岗位");
        var nothing = await browser.SubmitAsync(form, "main form");
        nothing.TextsOf(".alert li").ShouldBe(["请选一个人。", "请选什么时候签署。", "请写明理由。"]);
    }

    [Fact]
    public async Task Nobody_signs_for_another()
    {
        var key = await desk.AtDecisionAsync();
        await AddAsync(key, "Before", VerbDesk.MarketApprover);
        var other = await staff.SignInAsync(VerbDesk.OtherApprover);
        var task = staff.TaskOf(key, "decide")!.Value;
        (await other.GetAsync($"/work/tasks/{task}/sign")).Address.ShouldEndWith($"/work/cases/{key}");
        var signer = await SignerAsync(key);

        var answer = await staff.Platform.SendAsync(
            await staff.ActorAsync(VerbDesk.OtherApprover),
            scope => staff.Platform.TaskVerbs.Sign(scope, task, signer, agrees: true, null)
        );

        answer.Rejection!.Code.ShouldBe("signer.not-yours");
    }

    private Task<Fixtures.Shown> AddAsync(long key, string order, string account) =>
        AddAsync(key, order, desk.IdAsync(account));

    private async Task<Fixtures.Shown> AddAsync(long key, string order, Task<string> person) =>
        await desk.SendAsync(
            key,
            "decide",
            StaffDesk.Approver,
            "add-signer",
            ("Order", order),
            ("To", await person),
            ("Reason", "是否涉及特种设备")
        );

    private async Task SignAsync(long key, string account, bool agrees)
    {
        var signed = await desk.SendAsync(
            key,
            "decide",
            account,
            "sign",
            ("Agrees", agrees ? "true" : "false"),
            ("Opinion", agrees ? "" : "证据不足")
        );
        signed.TextOf(".did b").ShouldBe("意见已签署。");
    }

    private async Task<long> SignerAsync(long key)
    {
        await using var scope = staff.Scope();
        var reads = scope.ServiceProvider.GetRequiredService<Approvals.Server.Storage.Reads.PlatformReads>();
        return reads.Signers.Where(signer => signer.Owner == key).OrderBy(signer => signer.Key).Last().Key;
    }
}
