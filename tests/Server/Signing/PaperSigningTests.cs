using System.Net;
using System.Text.Json;
using Approvals.Cases;
using Approvals.Cases.Commands;
using Approvals.Credentials.Verification;
using Approvals.Server.Adapters;
using Approvals.Server.Signing;
using Approvals.Server.Tests.Fixtures;
using Approvals.Server.Tests.Work;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Server.Tests.Signing;

/// <summary>签发稿 through the pages, as a browser without its scripts would: what was shown is signed, and the seal stands alone without a key.</summary>
public sealed class PaperSigningTests(StaffDesk staff) : IClassFixture<StaffDesk>
{
    private const string Form = "form[action$='handler=send']";

    [Fact]
    public async Task Who_decides_signs_the_paper_that_the_page_shows()
    {
        using var clerkKey = new BrowserKey();
        using var approverKey = new BrowserKey();
        var clerk = await staff.SignInAsync(StaffDesk.Clerk);
        var key = await staff.SubmitAsync();
        var accept = $"/work/tasks/{staff.TaskOf(key, "accept")}/accept";
        var page = await clerk.PostAsync(accept + "?handler=check", Fields(await clerk.GetAsync(accept), "form.form"));
        page.TextOf(".notice-paper h3").ShouldBe("受理通知书");
        page.TextOf(Form).ShouldContain("只盖部门印章");

        await clerkKey.EnrolAsync(clerk, "clerk");
        page = await clerk.PostAsync(accept + "?handler=check", Fields(await clerk.GetAsync(accept), "form.form"));
        var pdf = await clerk.PostAsync(accept + "?handler=paper", Fields(page, Form));
        pdf.Response.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        var prepared = await PrepareAsync(clerk, page, accept, clerkKey);
        (await SendAsync(clerk, page, prepared, approverKey)).TextOf(".alert").ShouldContain("不是这张证书的密钥");
        (await SendAsync(clerk, page, prepared with { Ticket = "x" }, clerkKey))
            .TextOf(".alert")
            .ShouldContain("10 分钟");
        staff.Events(key).ShouldNotContain("case.accepted");
        (await SendAsync(clerk, page, prepared, clerkKey)).TextsOf(".did b").Count.ShouldBe(1);
        await StaffDesk.UntilAsync(() => staff.TaskOf(key, "review") is not null);
        staff.Events(key).ShouldContain("case.paper-signed");

        await staff.StepAsync(
            key,
            "review",
            StaffDesk.Reviewer,
            new ReviewCase(Recommendation.Refuse, "不合格"),
            "decide"
        );
        var approver = await staff.SignInAsync(StaffDesk.Approver);
        await approverKey.EnrolAsync(approver, "clerk");
        var refuse = $"/work/tasks/{staff.TaskOf(key, "decide")}/refuse";
        page = await approver.SubmitAsync(
            await approver.GetAsync(refuse),
            "form.form",
            ("Reasons", "检测不合格。"),
            ("Remedies", "可以申请行政复议。")
        );
        prepared = await PrepareAsync(approver, page, refuse, approverKey);
        // A word more than was shown is another paper.
        (await SendAsync(approver, page, prepared, approverKey, ("Reasons", "检测不合格，另有原因。")))
            .TextOf(".alert")
            .ShouldContain("变了");
        (await SendAsync(approver, page, prepared, approverKey)).TextsOf(".did b").Count.ShouldBe(1);
        await StaffDesk.UntilAsync(() => staff.Stage(key) == "Closed");
        staff.Events(key).Count(each => each == "case.paper-signed").ShouldBe(2);

        var history = await approver.GetAsync($"/work/cases/{key}");
        history.TextsOf(".log b").ShouldContain("在签发稿上签名");
        var link = history
            .Document.QuerySelectorAll(".files-list a")
            .Single(each => each.TextContent == "不予行政许可决定书（签名稿）");
        var file = await approver.GetAsync(link.GetAttribute("href")!);
        var bytes = await file.Response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        await using var scope = staff.Scope();
        var trust = scope.ServiceProvider.GetRequiredService<SealCabinet>().Trust(staff.Clock.GetUtcNow());
        var report = DocumentVerifier.Verify(bytes, trust, staff.Clock.GetUtcNow());
        report.AllFaults.ShouldBeEmpty();
        var signature = report.Signatures.ShouldHaveSingleItem();
        signature.Field.ShouldBe(DraftSigning.Field);
    }

    [Fact]
    public async Task An_applicant_and_a_clerk_who_asks_for_more_sign_as_well()
    {
        using var key = new BrowserKey();
        var clerk = await staff.SignInAsync(StaffDesk.Clerk);
        await key.EnrolAsync(clerk, "clerk");
        var subject = await staff.SubmitAsync();
        var correct = $"/work/tasks/{staff.TaskOf(subject, "accept")}/correct";
        var list = await clerk.GetAsync(correct);
        var line = list.Document.QuerySelector("input[name^='Problem[']")!.GetAttribute("name")!;
        var page = await clerk.PostAsync(
            correct + "?handler=check",
            [
                .. Fields(list, "form[action$='check']"),
                (line, "Wrong"),
                (line.Replace("Problem", "Reason", StringComparison.Ordinal), "看不清。"),
            ]
        );
        page.TextOf(".notice-paper h3").ShouldContain("补正");
        var prepared = await PrepareAsync(clerk, page, correct, key);
        (await SendAsync(clerk, page, prepared, key)).TextsOf(".did b").Count.ShouldBe(1);
        staff.Events(subject).ShouldContain("case.paper-signed");
    }

    private static async Task<Prepared> PrepareAsync(Browser browser, Shown page, string address, BrowserKey key)
    {
        page.Document.QuerySelector("[data-sign-here]")!.GetAttribute("data-keys")!.ShouldContain(key.Id);
        var answer = await browser.PostAsync(address + "?handler=prepare", [.. Fields(page, Form), ("KeyId", key.Id)]);
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body);
        return JsonSerializer.Deserialize<Prepared>(answer.Body, JsonSerializerOptions.Web)!;
    }

    private static Task<Shown> SendAsync(
        Browser browser,
        Shown page,
        Prepared prepared,
        BrowserKey key,
        params (string Name, string Value)[] other
    ) =>
        browser.SubmitAsync(
            page,
            Form,
            [.. other, ("Ticket", prepared.Ticket), ("Signature", key.Sign(prepared.Attributes))]
        );

    private static (string Name, string Value)[] Fields(Shown page, string selector) =>
        [
            .. page
                .Document.QuerySelector(selector)!
                .QuerySelectorAll("input[type=hidden]")
                .Where(each => each.GetAttribute("name") is not ("KeyId" or "Ticket" or "Signature"))
                .Select(each => (each.GetAttribute("name")!, each.GetAttribute("value") ?? "")),
        ];

    private sealed record Prepared(string Ticket, byte[] Attributes);
}
