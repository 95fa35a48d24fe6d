using System.Net;
using Approvals.Bidding.Export;
using Approvals.Bidding.Sealing.Record;
using Approvals.Bidding.Sealing.Transport;
using Approvals.Server.Holding;
using Approvals.Server.Tests.Fixtures;

namespace Approvals.Server.Tests.Tenders;

/// <summary>Whole tenders over HTTP: three bidders, five experts, four holders and their programs, from declaration to archive.</summary>
public sealed class WholeTenderTests(TenderCity city) : IClassFixture<TenderCity>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_declaration_to_archive_and_proved_again_offline()
    {
        var deadline = city.DeadlineIn(days: 28);
        var number = await city.PrepareAsync("文庙路改造工程施工", deadline);
        (await city.Visit().GetAsync($"/tenders/{number}")).Status.ShouldBe(HttpStatusCode.NotFound);
        var holders = await city.EnrolAsync(number);
        await city.UntilAsync(number, (stage, _) => stage == "Registering");

        var shown = await city.Visit().GetAsync($"/tenders/{number}");
        shown.Body.ShouldContain("招标投标法第二十四条");
        shown.Body.ShouldContain("招标文件.pdf");
        (await city.Visit().GetAsync("/tenders")).Body.ShouldContain("文庙路改造工程施工");

        // Before T: three bids, one of them replaced, a fourth withdrawn, dummies between them.
        var client = city.Client(number);
        var notice = (await client.NoticeAsync(Stop)).ShouldNotBeNull();
        string[] names = ["清源一建有限公司", "清源二建有限公司", "澄江建工有限公司", "云栖装饰有限公司"];
        var bidders = names
            .Select((name, at) => new SealingBidder(notice, client, BidderCredentials.Issue(at + 1, name)))
            .ToList();
        city.To(deadline.AddDays(-1));
        await TenderCity.RunAsync(holders);
        long[] prices = [228_823_172, 229_647_200, 231_111_040, 229_936_000];
        for (var at = 0; at < bidders.Count; at++)
        {
            (await bidders[at].SubmitAsync(prices[at], Stop)).Code.ShouldBe(FrameCode.Open);
            (await bidders[at].StatusAsync(Stop)).Code.ShouldBe(FrameCode.Open);
        }

        await TenderCity.RunAsync(holders);
        var receipt = (await bidders[0].StatusAsync(Stop)).Receipt.ShouldNotBeNull();
        EntryCodec.Read(receipt.Entry).ShouldBeOfType<Submission>();
        EntryCodec.Read(receipt.Checkpoint).ShouldBeOfType<Checkpoint>().Size.ShouldBe(receipt.Size);
        (await bidders[1].SubmitAsync(prices[1] - 100_000, Stop)).Code.ShouldBe(FrameCode.Open);
        (await bidders[3].WithdrawAsync(Stop)).Code.ShouldBe(FrameCode.Open);
        await TenderCity.RunAsync(holders);
        (await bidders[3].StatusAsync(Stop)).Code.ShouldBe(FrameCode.Stored);
        var hidden = await client.RecordAsync(Stop);
        hidden.Lines.Count(line => line.Entry is null).ShouldBeGreaterThanOrEqualTo(6);

        // T: frozen, counted, identified, each by its own holders.
        city.To(deadline.AddSeconds(10));
        var late = new SealingBidder(notice, client, BidderCredentials.Issue(9, "迟到有限公司"));
        (await late.SubmitAsync(1, Stop)).Code.ShouldBe(FrameCode.DeadlinePassed);
        await TenderCity.RunAsync(holders, 6);
        var state = HolderDaemon.Fold(await client.RecordAsync(Stop));
        state.Phase.ShouldBe(RecordPhase.Releasing);
        state.Count.ShouldBe(3);
        state.PassedLots.ShouldBe([0]);

        await ReleaseAsync(bidders, state);
        city.To(state.Until.AddSeconds(1));
        await TenderCity.RunAsync(holders);
        await city.UntilAsync(number, (stage, _) => stage == "Opening");
        shown = await city.Visit().GetAsync($"/tenders/{number}");
        shown.Body.ShouldContain("清源一建有限公司");
        shown.Body.ShouldContain("2,288,231.72");
        shown.Body.ShouldNotContain("云栖装饰");

        await ReadOutAndDrawAsync(number, holders[2]);
        var experts = await EvaluateAsync(number);
        (await experts[0].GetAsync($"/tenders/{number}")).Body.ShouldContain("中标候选人公示");

        // Publicity, award, contract, archive.
        city.Clock.Advance(TimeSpan.FromDays(6));
        city.Platform.Signal();
        await city.UntilAsync(number, (stage, _) => stage == "Awarded");
        var tenderer = await city.SignInAsync("zhengkaiyuan");
        var page = await tenderer.GetAsync($"/tenders/{number}/act");
        page = await tenderer.SendAsync(
            page,
            "form[action$='handler=contract']",
            Sending.Of(("contractNumber", "QY-2026-77"))
        );
        page.Address.ShouldEndWith("done=1", customMessage: page.Body);
        await city.UntilAsync(number, (_, job) => job == "tender.archive");
        await TenderCity.RunAsync(holders);
        await city.UntilAsync(number, (stage, _) => stage == "Archived");

        using var http = new HttpClient();
        var file = await http.GetByteArrayAsync(new Uri(city.Address, $"/tenders/{number}/export"), Stop);
        var verified = ExportVerifier.Verify(file);
        verified.Checks.Where(check => !check.Passed).Select(check => check.Detail).ShouldBeEmpty();
        verified.Tender.ShouldBe(number);
        verified.Checks.Select(check => check.Check).ShouldContain("ranking");
        file[file.Length / 2] ^= 1;
        ExportVerifier.Verify(file).Passed.ShouldBeFalse();
    }

    [Fact]
    public async Task Two_bids_are_counted_and_never_opened()
    {
        var number = await city.PrepareAsync("云栖小学操场改造", city.DeadlineIn(days: 40));
        var holders = await city.EnrolAsync(number);
        var client = city.Client(number);
        var notice = (await client.NoticeAsync(Stop)).ShouldNotBeNull();
        city.To(notice.Deadline.AddHours(-1));
        await TenderCity.RunAsync(holders);
        for (var at = 0; at < 2; at++)
        {
            var bidder = new SealingBidder(notice, client, BidderCredentials.Issue(at + 20, $"投标人{at}"));
            (await bidder.SubmitAsync(200_000_000, Stop)).Code.ShouldBe(FrameCode.Open);
        }

        await TenderCity.RunAsync(holders);
        city.To(notice.Deadline.AddSeconds(5));
        await TenderCity.RunAsync(holders, 4);
        await city.UntilAsync(number, (stage, _) => stage == "Failed");

        var state = HolderDaemon.Fold(await client.RecordAsync(Stop));
        (state.Failure, state.Count ?? 0, state.IdentityKeys.Count).ShouldBe((RecordFailure.TooFewBids, 2, 0));
        (await city.Visit().GetAsync($"/tenders/{number}")).Body.ShouldContain("招标投标法实施条例第四十四条");
        var tenderer = await city.SignInAsync("zhengkaiyuan");
        var page = await tenderer.GetAsync($"/tenders/{number}/act");
        page = await tenderer.SendAsync(page, "main form", Sending.Of());
        page.Address.ShouldEndWith("done=1", customMessage: page.Body);
        (await city.Visit().GetAsync($"/tenders/{number}")).Body.ShouldContain("已决定重新招标");
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

    /// <summary>Only who stands in the set releases anything.</summary>
    private static async Task ReleaseAsync(List<SealingBidder> bidders, RecordState state)
    {
        (await bidders[0].ReleaseAsync(state, Stop)).ShouldBeNull();
        (await bidders[1].ReleaseAsync(state, Stop)).ShouldBeNull();
        (await bidders[2].ReleaseAsync(state, Stop)).ShouldBeNull();
        (await bidders[3].ReleaseAsync(state, Stop)).ShouldBe("sealing.out-of-order");
    }

    private async Task ReadOutAndDrawAsync(string number, HolderDaemon supervisor)
    {
        var agency = await city.SignInAsync("liaoqingda");
        var page = await agency.GetAsync($"/tenders/{number}/act");
        page = await agency.SendAsync(page, "main form", Sending.Of());
        page.Address.ShouldEndWith("done=1", customMessage: page.Body);
        (
            await supervisor.DrawAsync("2026-10-12 上证指数收盘 3901.22；深证成指收盘 12990.77", 5, [], Stop)
        ).ShouldBeNull();
    }

    /// <summary>Whoever of the pool was drawn judges, scores and signs; the others find no such page.</summary>
    private async Task<List<Visitor>> EvaluateAsync(string number)
    {
        var members = new List<Visitor>();
        for (var at = 1; at <= 15; at++)
        {
            var expert = await city.SignInAsync($"expert{at:00}");
            if ((await expert.GetAsync($"/tenders/{number}/act")).Status == HttpStatusCode.OK)
            {
                members.Add(expert);
            }
        }

        members.Count.ShouldBe(5);
        var page = await members[0].GetAsync($"/tenders/{number}/act");
        page.Heading.ShouldBe("资格后审");
        page.Body.ShouldNotContain("有限公司");
        page = await members[0].SendAsync(page, "main form", Sending.Of());
        page.Address.ShouldEndWith("done=1", customMessage: page.Body);

        foreach (var member in members)
        {
            page = await member.GetAsync($"/tenders/{number}/act");
            page.Heading.ShouldBe("独立评分");
            var part = await member.GetAsync($"/tenders/{number}/act?handler=bid&place=0&kind=Technical&lot=0");
            part.Body.ShouldStartWith("施工组织设计");
            var sheet = new Sending(
                [
                    KeyValuePair.Create("points", "60"),
                    KeyValuePair.Create("points", "55.5"),
                    KeyValuePair.Create("points", "50"),
                ],
                []
            );
            page = await member.SendAsync(page, "main form", sheet);
            page.Address.ShouldEndWith("done=1", customMessage: page.Body);
        }

        foreach (var member in members)
        {
            page = await member.GetAsync($"/tenders/{number}/act");
            page.Heading.ShouldBe("评标报告签字");
            page = await member.SendAsync(page, "main form", Sending.Of());
            page.Address.ShouldEndWith("done=1", customMessage: page.Body);
        }

        await city.UntilAsync(number, (stage, _) => stage == "Publicity");
        return members;
    }
}
