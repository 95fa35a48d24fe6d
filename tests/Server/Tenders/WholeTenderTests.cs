using System.Net;
using Approvals.Bidding.Export;
using Approvals.Bidding.Sealing.Record;
using Approvals.Bidding.Sealing.Transport;
using Approvals.Server.Holding;
using Approvals.Server.Tests.Cli;
using Approvals.Server.Tests.Fixtures;

namespace Approvals.Server.Tests.Tenders;

/// <summary>
/// What a tender's journey in the browser doesn't meet: replaced, withdrawn and late bids, dummies between them, too few bids, steps that the law
/// forbids.
/// </summary>
public sealed class WholeTenderTests(TenderCity city) : IClassFixture<TenderCity>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_replaced_bid_and_one_more_are_counted_and_never_opened()
    {
        var number = await city.PrepareAsync("云栖小学操场改造", city.DeadlineIn(days: 40));
        (await city.Visit().GetAsync($"/tenders/{number}")).Status.ShouldBe(HttpStatusCode.NotFound);
        var holders = await city.EnrolAsync(number);
        var client = city.Client(number);
        var notice = (await client.NoticeAsync(Stop)).ShouldNotBeNull();
        await AskAndAnswerAsync(number);
        city.To(notice.Deadline.AddHours(-1));
        await TenderCity.RunAsync(holders);
        var bidders = Enumerable
            .Range(0, 3)
            .Select(at => new SealingBidder(notice, client, BidderCredentials.Issue(at + 20, $"投标人{at}")))
            .ToList();
        foreach (var bidder in bidders)
        {
            (await bidder.SubmitAsync(200_000_000, Stop)).Code.ShouldBe(FrameCode.Open);
            (await bidder.StatusAsync(Stop)).Code.ShouldBe(FrameCode.Open);
        }

        await StampByCommandAsync(number);
        await TenderCity.RunAsync(holders);
        var receipt = (await bidders[0].StatusAsync(Stop)).Receipt.ShouldNotBeNull();
        EntryCodec.Read(receipt.Entry).ShouldBeOfType<Submission>();
        EntryCodec.Read(receipt.Checkpoint).ShouldBeOfType<Checkpoint>().Size.ShouldBe(receipt.Size);
        (await bidders[1].SubmitAsync(199_000_000, Stop)).Code.ShouldBe(FrameCode.Open);
        (await bidders[2].WithdrawAsync(Stop)).Code.ShouldBe(FrameCode.Open);
        await TenderCity.RunAsync(holders);
        (await bidders[2].StatusAsync(Stop)).Code.ShouldBe(FrameCode.Stored);
        (await client.RecordAsync(Stop)).Lines.Count(line => line.Entry is null).ShouldBeGreaterThanOrEqualTo(5);

        city.To(notice.Deadline.AddSeconds(5));
        var late = new SealingBidder(notice, client, BidderCredentials.Issue(9, "迟到有限公司"));
        (await late.SubmitAsync(1, Stop)).Code.ShouldBe(FrameCode.DeadlinePassed);
        await TenderCity.RunAsync(holders, 4);
        await city.UntilAsync(number, (stage, _) => stage == "Failed");

        var state = HolderDaemon.Fold(await client.RecordAsync(Stop));
        (state.Failure, state.Count ?? 0, state.IdentityKeys.Count).ShouldBe((RecordFailure.TooFewBids, 2, 0));
        (await bidders[0].ReleaseAsync(state, Stop)).ShouldBe("sealing.out-of-order");
        (await city.Visit().GetAsync($"/tenders/{number}")).Body.ShouldContain("招标投标法实施条例第四十四条");
        var tenderer = await city.SignInAsync("zhengkaiyuan");
        var page = await tenderer.GetAsync($"/tenders/{number}/act");
        page = await tenderer.SendAsync(page, "main form", Sending.Of());
        page.Address.ShouldEndWith("done=true", customMessage: page.Body);
        (await city.Visit().GetAsync($"/tenders/{number}")).Body.ShouldContain("已决定重新招标");
        var file = (await client.ExportAsync(Stop)).ShouldNotBeNull();
        ExportVerifier
            .Verify(ExportCodec.Write(file))
            .Checks.Where(check => !check.Passed && check.Check != "file")
            .Select(check => check.Detail)
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_law_forbids_is_refused_with_its_article()
    {
        var tenderer = await city.SignInAsync("zhengkaiyuan");
        var page = await tenderer.GetAsync("/tenders/declare");
        var refused = await tenderer.SendAsync(
            page,
            "main form",
            Sending.Of(("ProjectTitle", "没有估算价"), ("Approval", "1"), ("Lots", "一"))
        );
        refused.TextsOf(".alert li").ShouldBe(["估算价要大于零。请填写以元为单位的估算价。"]);
        (await (await city.SignInAsync("linxiaoyun")).GetAsync("/tenders/declare")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );

        var number = await city.DeclareAsync("太急的工程");
        refused = await city.CompileAsync(number, city.DeadlineIn(days: 5));
        refused.TextOf(".alert li").ShouldContain("招标投标法第二十四条");
    }

    /// <summary>The notary's program as its user runs it, on the key file.</summary>
    private async Task StampByCommandAsync(string number)
    {
        Environment.SetEnvironmentVariable("APPROVALS_HOLDER_PASSPHRASE", TenderCity.Passphrase);
        string[] command =
        [
            "tender",
            "holder",
            "--tender",
            number,
            "--role",
            "notary",
            "--keys",
            city.NotaryFile(number),
        ];
        var stamped = await Shell.RunAsync([
            .. command,
            "--once",
            "--clock",
            city.Folder,
            "--server",
            city.Address.ToString(),
        ]);
        stamped.ShouldSucceed().Output.Split('\n').Count(line => line.Trim() == "stamped").ShouldBe(3);
        (await Shell.RunAsync([.. command, "--server", "nonsense"])).ShouldFail(2, "'nonsense' is no address");
    }

    /// <summary>Nobody but the agency reads a question before its answer; then everybody does.</summary>
    private async Task AskAndAnswerAsync(string number)
    {
        var visitor = city.Visit();
        var page = await visitor.GetAsync($"/tenders/{number}/questions");
        page = await visitor.SendAsync(page, "main form", Sending.Of(("Text", "工程量清单第三项缺数量，是否补充？")));
        page.Address.ShouldEndWith("sent=true", customMessage: page.Body);
        page.Body.ShouldNotContain("第三项");
        (await visitor.SendAsync(page, "main form", Sending.Of(("Text", " "))))
            .TextOf(".alert li")
            .ShouldContain("2000");

        var agency = await city.SignInAsync("liaoqingda");
        page = await agency.GetAsync($"/tenders/{number}/questions");
        page.Body.ShouldContain("第三项");
        var address = page
            .Body.Split("href=\"")
            .Select(each => each.Split('"')[0])
            .Last(each => each.Contains("/questions/"));
        (await visitor.GetAsync(address)).Body.ShouldNotContain("第三项");
        page = await agency.GetAsync(address);
        page = await agency.SendAsync(page, "main form", Sending.Of(("Text", "以图纸数量为准。")));
        page.Address.ShouldEndWith("/questions", customMessage: page.Body);
        page = await visitor.GetAsync($"/tenders/{number}/questions");
        page.Body.ShouldContain("第三项");
        page.Body.ShouldContain("以图纸数量为准。");
        (await visitor.GetAsync("/tenders/agencies")).Body.ShouldContain("清源市清达工程招标代理有限公司");
        (await visitor.GetAsync("/tenders/rules")).Body.ShouldContain("招标投标法第二十四条");
        (await visitor.GetAsync("/tenders?show=Open")).Body.ShouldContain("云栖小学操场改造");
        (await visitor.GetAsync("/tenders?show=Awards")).Body.ShouldNotContain("云栖小学操场改造");
    }
}
