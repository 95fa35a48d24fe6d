using System.Globalization;
using System.Net;
using System.Text.Json;
using Approvals.Cases;
using Approvals.Cases.Commands;
using Approvals.Credentials.Verification;
using Approvals.Server.Adapters;
using Approvals.Server.Tests.Fixtures;
using Approvals.Server.Tests.Work;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Server.Tests.Signing;

/// <summary>在证照上签名 through its page, as a browser without its scripts would: whose turn it is, and with which key.</summary>
public sealed class LicenceSigningTests(StaffDesk staff) : IClassFixture<StaffDesk>
{
    [Fact]
    public async Task Those_who_hold_certificates_sign_in_order_and_the_others_are_named()
    {
        using var clerkKey = new BrowserKey();
        using var approverKey = new BrowserKey();
        var (clerk, approver) = (
            await EnrolledAsync(StaffDesk.Clerk, clerkKey),
            await EnrolledAsync(StaffDesk.Approver, approverKey)
        );
        var key = await GrantedAsync();
        await StaffDesk.UntilAsync(() => staff.TaskOf(key, "sign") is not null);

        var first = Address(key);
        (await approver.GetAsync(first)).Status.ShouldBe(HttpStatusCode.NotFound);
        var page = await clerk.GetAsync(first);
        page.TextOf(".licence-paper").ShouldContain("林晓芸");
        page.TextOf("[data-sign]").ShouldContain("签名");
        (await clerk.GetAsync(first + "?handler=paper")).Response.Content.Headers.ContentType!.MediaType.ShouldBe(
            "application/pdf"
        );

        var prepared = await PrepareAsync(clerk, page, clerkKey);
        (await SendAsync(clerk, page, prepared, approverKey))
            .TextOf(".alert")
            .ShouldContain("不是这张证书的密钥做出的");
        (await SendAsync(clerk, page, prepared with { Ticket = "x" }, clerkKey))
            .TextOf(".alert")
            .ShouldContain("10 分钟");
        (await SendAsync(clerk, page, prepared, clerkKey)).TextOf(".did b").ShouldBe("已在证照上签名");
        // The same form once more, and one of another tab.
        (await SendAsync(clerk, page, prepared, clerkKey))
            .TextOf(".did b")
            .ShouldBe("已在证照上签名");
        (await PostPrepareAsync(clerk, page, clerkKey)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);

        await StaffDesk.UntilAsync(() => staff.TaskOf(key, "sign") is not null);
        await SignAsync(approver, Address(key), approverKey);
        await StaffDesk.UntilAsync(() => staff.Stage(key) == "Closed");
        var events = staff.Events(key).ToList();
        events[(events.IndexOf("case.approved") + 1)..]
            .Where(each => each.StartsWith("case.licence-", StringComparison.Ordinal))
            .ShouldBe(["case.licence-drafted", "case.licence-signed", "case.licence-signed", "case.licence-issued"]);

        var report = await VerifyAsync(key);
        report.AllFaults.ShouldBeEmpty();
        report.Signatures.Select(each => each.Field).ShouldBe(["window", "decide", "seal", "archive"]);
        report.Licence!.Signers.Select(each => each.Field).ShouldBe(["window", null, "decide"]);
        var history = await clerk.GetAsync($"/work/cases/{key}");
        history.TextsOf(".log b").ShouldContain("在证照上签名");
    }

    [Fact]
    public async Task What_nobody_signs_in_five_days_is_sealed_only()
    {
        using var clerkKey = new BrowserKey();
        await EnrolledAsync(StaffDesk.Clerk, clerkKey);
        var key = await GrantedAsync();
        await StaffDesk.UntilAsync(() => staff.TaskOf(key, "sign") is not null);
        staff.Clock.Advance(TimeSpan.FromDays(5) + TimeSpan.FromMinutes(1));
        await StaffDesk.UntilAsync(() => staff.Stage(key) == "Closed");
        var report = await VerifyAsync(key);
        report.AllFaults.ShouldBeEmpty();
        report.Signatures.Select(each => each.Field).ShouldBe(["seal", "archive"]);
        report.Licence!.Signers.ShouldAllBe(signer => signer.Field == null);
    }

    private async Task<Browser> EnrolledAsync(string account, BrowserKey key)
    {
        var browser = await staff.SignInAsync(account);
        (await key.EnrolAsync(browser, "clerk")).TextOf("tbody").ShouldContain("有效");
        return browser;
    }

    private async Task<long> GrantedAsync()
    {
        var key = await staff.SubmitAsync();
        await staff.StepAsync(key, "accept", StaffDesk.Clerk, new AcceptCase(), "review");
        await staff.StepAsync(
            key,
            "review",
            StaffDesk.Reviewer,
            new ReviewCase(Recommendation.Grant, "符合条件"),
            "decide"
        );
        await staff.StepAsync(key, "decide", StaffDesk.Approver, new ApproveCase());
        return key;
    }

    private string Address(long key) =>
        string.Create(CultureInfo.InvariantCulture, $"/work/tasks/{staff.TaskOf(key, "sign")}/sign-licence");

    private static async Task SignAsync(Browser browser, string address, BrowserKey key)
    {
        var page = await browser.GetAsync(address);
        var prepared = await PrepareAsync(browser, page, key);
        (await SendAsync(browser, page, prepared, key)).TextOf(".did b").ShouldBe("已在证照上签名");
    }

    private static async Task<Prepared> PrepareAsync(Browser browser, Shown page, BrowserKey key)
    {
        var answer = await PostPrepareAsync(browser, page, key);
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body);
        return JsonSerializer.Deserialize<Prepared>(answer.Body, JsonSerializerOptions.Web)!;
    }

    private static Task<Shown> PostPrepareAsync(Browser browser, Shown page, BrowserKey key) =>
        browser.PostAsync(
            page.Address + "?handler=prepare",
            ("__RequestVerificationToken", Hidden(page, "__RequestVerificationToken")),
            ("KeyId", key.Id)
        );

    private static Task<Shown> SendAsync(Browser browser, Shown page, Prepared prepared, BrowserKey key) =>
        browser.PostAsync(
            page.Address,
            ("__RequestVerificationToken", Hidden(page, "__RequestVerificationToken")),
            ("CommandId", Hidden(page, "CommandId")),
            ("Ticket", prepared.Ticket),
            ("Signature", key.Sign(prepared.Attributes))
        );

    private static string Hidden(Shown page, string name) =>
        page.Document.QuerySelector($"form[data-sign] input[name={name}]")!.GetAttribute("value")!;

    private async Task<VerificationReport> VerifyAsync(long key)
    {
        var supervisor = await staff.SignInAsync(StaffDesk.Supervisor);
        var page = await supervisor.GetAsync($"/supervise/cases/{key}");
        var link = page
            .Document.QuerySelectorAll("a[href^='/documents/']")
            .First(each => each.TextContent.Contains("卫证字", StringComparison.Ordinal));
        var file = await supervisor.GetAsync(link.GetAttribute("href")!);
        var pdf = await file.Response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        await using var scope = staff.Scope();
        var now = staff.Clock.GetUtcNow();
        var trust = scope.ServiceProvider.GetRequiredService<SealCabinet>().Trust(now);
        return LicenceVerifier.Verify(pdf, trust, now);
    }

    private sealed record Prepared(string Ticket, byte[] Attributes);
}
