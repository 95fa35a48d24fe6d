using System.Formats.Asn1;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Approvals.Credentials.Enrolment;
using Approvals.Kernel.Codes;
using Approvals.Kernel.Store.Sqlite;
using Approvals.Server.Storage;
using Approvals.Server.Tests.Fixtures;

namespace Approvals.Server.Tests.Track;

/// <summary>Certificates of people over the pages, with the requests and signatures that a browser would make.</summary>
public sealed class CertificateTests(CaseHost host) : IClassFixture<CaseHost>
{
    private const string Page = "/account/certificates";

    [Fact]
    public async Task An_applicant_has_a_certificate_in_one_step_and_signs_in_with_it()
    {
        var browser = await host.SignInAsync("chenlijuan");
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var page = await AskAsync(browser, key, "applicant");
        page.TextsOf("tbody tr .lt").ShouldContain("有效");
        page.Document.QuerySelector($"[data-held-key='{IdOf(key)}']").ShouldNotBeNull();

        var elsewhere = host.OpenBrowser();
        await SignInAsync(elsewhere, key);
        (await elsewhere.GetAsync("/account")).Body.ShouldContain("数字证书");
    }

    [Fact]
    public async Task A_challenge_is_signed_once_and_only_for_this_browser()
    {
        var browser = await host.SignInAsync("chenlijuan");
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await AskAsync(browser, key, "applicant");

        var one = host.OpenBrowser();
        var challenge = await ChallengeAsync(one);
        var other = host.OpenBrowser();
        await ChallengeAsync(other);
        (await AnswerAsync(other, key, challenge)).TextOf(".alert li").ShouldContain("没有通过");
        (await AnswerAsync(one, key, challenge)).TextsOf(".top .who").Single().ShouldContain("陈丽娟");

        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var third = host.OpenBrowser();
        (await AnswerAsync(third, stranger, await ChallengeAsync(third))).TextOf(".alert li").ShouldContain("没有通过");
    }

    [Fact]
    public async Task A_revoked_certificate_signs_nobody_in()
    {
        var browser = await host.SignInAsync("chenlijuan");
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var page = await AskAsync(browser, key, "applicant");

        var after = await browser.SubmitAsync(page, "tbody tr form", ("reason", "key-compromise"));

        after.TextsOf("tbody tr:first-child .lt").ShouldBe(["已吊销"]);
        var elsewhere = host.OpenBrowser();
        (await SignInAsync(elsewhere, key)).TextOf(".alert li").ShouldContain("没有通过");
    }

    [Fact]
    public async Task A_request_carries_the_nonce_of_this_session_and_is_good_once()
    {
        var browser = await host.SignInAsync("chenlijuan");
        var page = await browser.GetAsync(Page);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await NonceAsync(browser, page);
        var wrong = await PostAsync(browser, page, "applicant", Request(key, new string('0', 32)));
        wrong.Document.QuerySelector(".alert li").ShouldNotBeNull();
        var right = Request(key, await NonceAsync(browser, page));
        (await PostAsync(browser, page, "applicant", right)).Document.QuerySelector(".alert li").ShouldBeNull();
        (await PostAsync(browser, page, "applicant", right)).TextOf(".alert li").ShouldContain("已经用过");
    }

    [Fact]
    public async Task Kinds_are_open_to_whom_they_are_for()
    {
        var applicant = await host.SignInAsync("chenlijuan");
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        (await AskAsync(applicant, key, "clerk")).TextOf(".alert li").ShouldContain("不对您开放");
        (await AskAsync(applicant, key, "seal-holder")).TextOf(".alert li").ShouldContain("不对您开放");

        var clerk = await host.SignInAsync("linxiaoyun");
        (await AskAsync(clerk, key, "clerk")).TextsOf("tbody tr .lt").ShouldContain("有效");
    }

    [Fact]
    public async Task An_expert_waits_for_a_supervisor_who_is_somebody_else()
    {
        var asker = await host.SignInAsync("fangjingyi");
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        (await AskAsync(asker, key, "expert")).TextsOf("tbody tr .lt").ShouldContain("等待审批");

        var own = await asker.GetAsync("/supervise/certificates");
        (await asker.SubmitAsync(own, "form[action*=Approve]")).TextOf(".alert li").ShouldContain("自己的申请");
        var stranger = await host.SignInAsync("chenlijuan");
        (await stranger.GetAsync("/supervise/certificates")).Status.ShouldBe(HttpStatusCode.Forbidden);

        var applicant = await host.SignInAsync("chenlijuan");
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await AskAsync(applicant, other, "bidder");
        var list = await asker.GetAsync("/supervise/certificates");
        var row = list
            .Document.QuerySelectorAll("tbody tr")
            .Single(each => each.TextContent.Contains("陈丽娟", StringComparison.Ordinal));
        var waiting = row.QuerySelector("input[name=key]")!.GetAttribute("value")!;
        await asker.SubmitAsync(list, "form[action*=Approve]", ("key", waiting));
        (await applicant.GetAsync(Page)).TextsOf("tbody tr:first-child .lt").ShouldBe(["有效"]);
        await SignInAsync(host.OpenBrowser(), other);
        await HoldsAsABidderAsync(applicant, other);
    }

    /// <summary>What a browser keeps to bid with: the credit code that the certificate itself says, and the chain up to the root.</summary>
    private static async Task HoldsAsABidderAsync(Browser browser, ECDsa key)
    {
        var held = (await browser.GetAsync(Page)).Document.QuerySelector($"[data-held-key='{IdOf(key)}']")!;
        var code = held.GetAttribute("data-bidder-code").ShouldNotBeNull();
        UnifiedCreditCode.TryParse(code, out _, out _).ShouldBeTrue();
        var chain = held.GetAttribute("data-bidder-chain")!
            .Split(' ')
            .Select(each => X509CertificateLoader.LoadCertificate(Convert.FromBase64String(each)))
            .ToList();
        chain[0].Subject.ShouldContain(code);
        chain.Zip(chain.Skip(1)).ShouldAllBe(pair => pair.First.Issuer == pair.Second.Subject);
        chain[^1].Issuer.ShouldBe(chain[^1].Subject);
        chain.ForEach(each => each.Dispose());
    }

    [Fact]
    public async Task A_declined_request_says_why()
    {
        var applicant = await host.SignInAsync("chenlijuan");
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await AskAsync(applicant, key, "agency");
        var supervisor = await host.SignInAsync("fangjingyi");
        var list = await supervisor.GetAsync("/supervise/certificates");
        var row = list
            .Document.QuerySelectorAll("tbody tr")
            .Single(each => each.TextContent.Contains("招标代理", StringComparison.Ordinal));
        var waiting = row.QuerySelector("input[name=key]")!.GetAttribute("value")!;

        (await supervisor.SubmitAsync(list, "form[action*=Decline]", ("key", waiting), ("reason", " ")))
            .TextOf(".alert li")
            .ShouldContain("请写明");
        await supervisor.SubmitAsync(list, "form[action*=Decline]", ("key", waiting), ("reason", "请先提交营业执照"));

        (await applicant.GetAsync(Page)).TextOf("tbody tr:first-child").ShouldContain("请先提交营业执照");
    }

    [Fact]
    public async Task Nobody_revokes_the_certificate_of_another_and_the_tables_are_what_the_journal_says()
    {
        var owner = await host.SignInAsync("chenlijuan");
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var page = await AskAsync(owner, key, "applicant");
        var certificate = page.Document.QuerySelector("tbody tr input[name=key]")!.GetAttribute("value")!;

        var thief = await host.SignInAsync("linxiaoyun");
        using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var theirs = await AskAsync(thief, own, "clerk");
        (await thief.SubmitAsync(theirs, "tbody tr form", ("key", certificate), ("reason", "superseded")))
            .TextOf(".alert li")
            .ShouldContain("没有找到");

        using var reader = SqliteSession.OpenReader(host.Platform.Folder.Database);
        var faults = new List<string>();
        using var refold = PlatformRefold.Open(reader);
        refold.Fold(faults.Add);
        refold.Compare(refold.Tables.Single(table => table.Name == "credential"), faults.Add).ShouldBeGreaterThan(1);
        faults.ShouldBeEmpty();
    }

    private static async Task<Shown> AskAsync(Browser browser, ECDsa key, string kind)
    {
        var page = await browser.GetAsync(Page);
        return await PostAsync(browser, page, kind, Request(key, await NonceAsync(browser, page)));
    }

    private static async Task<string> NonceAsync(Browser browser, Shown page)
    {
        var token = page
            .Document.QuerySelector("form[data-enrol] input[name=__RequestVerificationToken]")!
            .GetAttribute("value")!;
        return (await browser.PostAsync(Page + "?handler=Nonce", ("__RequestVerificationToken", token))).Body;
    }

    private static Task<Shown> PostAsync(Browser browser, Shown page, string kind, string request) =>
        browser.SubmitAsync(page, "form[data-enrol]", ("Kind", kind), ("Request", request));

    private static string Request(ECDsa key, string nonce)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        writer.WriteCharacterString(UniversalTagNumber.PrintableString, nonce);
        var request = new CertificateRequest("CN=browser key", key, HashAlgorithmName.SHA256);
        request.OtherRequestAttributes.Add(new AsnEncodedData("1.2.840.113549.1.9.7", writer.Encode()));
        return Convert.ToBase64String(request.CreateSigningRequest());
    }

    private static string IdOf(ECDsa key) =>
        Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));

    private static async Task<Shown> SignInAsync(Browser browser, ECDsa key) =>
        await AnswerAsync(browser, key, await ChallengeAsync(browser));

    private static async Task<string> ChallengeAsync(Browser browser)
    {
        var page = await browser.GetAsync("/account/sign-in");
        var token = page
            .Document.QuerySelector("form[data-certificate-sign-in] input[name=__RequestVerificationToken]")!
            .GetAttribute("value")!;
        return (
            await browser.PostAsync(
                "/account/sign-in/certificate?handler=Challenge",
                ("__RequestVerificationToken", token)
            )
        ).Body;
    }

    private static async Task<Shown> AnswerAsync(Browser browser, ECDsa key, string challenge)
    {
        var page = await browser.GetAsync("/account/sign-in");
        var signature = key.SignData(Encoding.UTF8.GetBytes(challenge), HashAlgorithmName.SHA256);
        return await browser.SubmitAsync(
            page,
            "form[data-certificate-sign-in]",
            ("KeyId", IdOf(key)),
            ("Signature", Convert.ToBase64String(signature))
        );
    }
}
