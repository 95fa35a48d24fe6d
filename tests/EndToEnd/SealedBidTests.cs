using System.Security.Cryptography;
using Approvals.Bidding.Sealing;
using Approvals.Bidding.Sealing.Envelopes;
using Approvals.Bidding.Sealing.Record;
using Approvals.EndToEnd.Tests.Fixtures;
using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests;

/// <summary>
/// A bidder at a real browser: composes, keeps the recovery file, seals, loses the connection, comes back, replaces, withdraws, releases. What the
/// browser sent is opened by .NET with three holders' keys.
/// </summary>
public sealed class SealedBidTests
{
    private const string Address = $"/tenders/{SealedTender.Number}/bid";
    private const string Passphrase = "清源之水通四方百川归海也";
    private static readonly DateTimeOffset Now = new(2026, 9, 16, 2, 42, 0, TimeSpan.Zero);

    private static readonly BidderCredential[] Bidders =
    [
        BidderCredential.Make("清源市第一市政工程有限公司", "91350100MA00000155"),
        BidderCredential.Make("澄江路桥建设集团有限公司", "91350100MA00000230"),
        BidderCredential.Make("闽越交通工程有限公司", "91350100MA0000031T"),
    ];

    [Fact]
    public async Task A_bid_sealed_in_the_browser_survives_a_lost_connection_and_opens_with_three_keys()
    {
        await using var server = await ServerProcess.StartAsync();
        await using var people = await People.ArriveAsync(server);
        var tender = new SealedTender(Now, Bidders[0]);
        await using var host = await SealingHost.StartAsync(tender, server.Url);
        var page = await people.StrangerAsync();
        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        var form = new BidForm(page, host.Url + Address);
        await form.OpenAsync();
        await Bidders[0].KeepInAsync(page);
        await form.OpenAsync();
        await LookAsync(page, "compose");

        await form.FillAsync("45,907,112.66");
        await form.SealAsync();
        (await form.AlertAsync()).ShouldContain("请先生成恢复文件并核对");
        var recovery = await form.MakeRecoveryAsync(Passphrase);
        await form.TestRecoveryAsync(recovery, "不是这个口令");
        (await form.AlertAsync()).ShouldContain("口令不对");
        await LookAsync(page, "wrong-passphrase");
        await form.TestRecoveryAsync(recovery, Passphrase);
        await form.RecoveryIsGoodAsync();

        host.ChunksUntilCut = 2;
        await form.SealAsync();
        await page.WaitForSelectorAsync("[data-going]:has-text('连接断了')");
        host.ChunksUntilCut = int.MaxValue;
        await form.OpenAsync();
        await form.ReceiptAsync("final");
        host.Chunks.ShouldBe(PiecesOf(tender));
        await LookAsync(page, "receipt");

        await page.ClickAsync("[data-change] summary");
        await page.ClickAsync("[data-replace]");
        await form.FillAsync("45,800,000");
        await form.TestRecoveryAsync(recovery, Passphrase);
        await form.RecoveryIsGoodAsync();
        await form.SealAsync();
        await page.WaitForSelectorAsync("[data-sequence]:text-is('2')");

        var receipt = await form.SaveReceiptAsync();
        tender.AddBid(Bidders[1]);
        tender.AddBid(Bidders[2]);
        await server.AdvanceClockAsync("20d");
        tender.OpenRelease();
        var elsewhere = await people.StrangerAsync(375);
        await new BidForm(elsewhere, host.Url + Address).OpenAsync();
        await ReleaseAsync(elsewhere, recovery, receipt);

        Opened(host, tender, form);
    }

    [Fact]
    public async Task A_bid_can_be_withdrawn_and_nothing_of_it_stays_accepted()
    {
        await using var server = await ServerProcess.StartAsync();
        await using var people = await People.ArriveAsync(server);
        var tender = new SealedTender(Now, Bidders[0]);
        await using var host = await SealingHost.StartAsync(tender, server.Url);
        var page = await people.StrangerAsync(375);
        var form = new BidForm(page, host.Url + Address);
        await form.OpenAsync();
        await Bidders[0].KeepInAsync(page);
        await form.OpenAsync();
        (await People.OverflowAsync(page)).ShouldBe(0);
        await form.FillAsync("1");
        await form.TestRecoveryAsync(await form.MakeRecoveryAsync(Passphrase), Passphrase);
        await form.RecoveryIsGoodAsync();
        await form.SealAsync();
        await form.ReceiptAsync("final");

        await page.ClickAsync("[data-change] summary");
        await page.ClickAsync("[data-withdraw]");
        await form.ReceiptAsync("withdrawn");

        BidSet.Of(tender.State.Submissions, tender.Notice.Deadline).Accepted.ShouldBeEmpty();
        tender.State.Submissions[^1].Kind.ShouldBe(SubmissionKind.Withdraw);
    }

    /// <summary>On a device that never saw the bid: recovery file and receipt take it over, and its lock is released.</summary>
    private static async Task ReleaseAsync(IPage page, FilePayload recovery, FilePayload receipt)
    {
        await page.SetInputFilesAsync("#move-recovery", recovery);
        await page.SetInputFilesAsync("#move-receipt", receipt);
        await page.FillAsync("#move-passphrase", Passphrase);
        await page.ClickAsync("form[data-move] button");
        await page.WaitForSelectorAsync("[data-standing=final]:visible");
        await page.FillAsync("#release-passphrase", "不是这个口令");
        await page.ClickAsync("form[data-release] button");
        await page.WaitForSelectorAsync("[data-alert]:has-text('口令不对')");
        await page.FillAsync("#release-passphrase", Passphrase);
        await page.ClickAsync("form[data-release] button");
        await page.WaitForSelectorAsync("[data-release-done]:visible");
        await LookAsync(page, "released");
    }

    /// <summary>No barrier, and nothing to scroll sideways on a phone; pictures where they are asked for.</summary>
    private static async Task LookAsync(IPage page, string name)
    {
        (await People.BarriersAsync(page)).ShouldBeEmpty(name);
        foreach (var width in new[] { 375, 1280 })
        {
            await page.SetViewportSizeAsync(width, 900);
            (await People.OverflowAsync(page)).ShouldBe(0, $"{name} at {width}");
            if (Environment.GetEnvironmentVariable("BID_SHOTS") is { Length: > 0 } folder)
            {
                var path = Path.Combine(folder, $"{name}-{width}.png");
                await page.ScreenshotAsync(new PageScreenshotOptions { Path = path, FullPage = true });
            }
        }
    }

    /// <summary>The released secrets are the committed ones, and with <c>s_h</c> of three holders they give the very files.</summary>
    private static void Opened(SealingHost host, SealedTender tender, BidForm form)
    {
        var (entry, secrets) = host.Releases.ShouldHaveSingleItem();
        var bid = tender.State.Bids.Single(each => each.SlotPoint.AsSpan().SequenceEqual(entry.SlotPoint));
        bid.Sequence.ShouldBe(2);
        var header = tender.HeaderOf(bid.EnvelopeId);
        var holders = tender.HolderSecretOf(header);
        var body = host.BodyOf(bid.SlotPoint, bid.Sequence);
        byte[] Open(SectionKind kind)
        {
            var section = new SectionId(0, kind);
            var own = secrets[(int)kind - 1];
            SealedSecret.CommitSection(header.Base, section, own).ShouldBe(header.CommitmentOf(section));
            var (start, length) = BodyOpener.PlaceOf(tender.Notice, section);
            return BodyOpener
                .Open(tender.Notice, header, section, own, holders, body.AsSpan((int)start, (int)length))
                .ShouldNotBeNull();
        }

        OpeningStatement
            .Read(Open(SectionKind.Open))
            .ShouldBe(new OpeningStatement(4_580_000_000, 230, "黄立新", "保函"));
        var qualification = BidParcel.Read(Open(SectionKind.Qualification)).ShouldNotBeNull();
        qualification
            .Select(file => (file.Role, file.Name, Convert.ToHexString(SHA256.HashData(file.Content))))
            .ShouldBe([
                (BidFileRole.Document, "资格.pdf", Convert.ToHexString(SHA256.HashData(form.Qualification.Buffer))),
                (BidFileRole.DepositProof, "保函.pdf", Convert.ToHexString(SHA256.HashData(form.Proof.Buffer))),
            ]);
        var technical = BidParcel.Read(Open(SectionKind.Technical)).ShouldNotBeNull().ShouldHaveSingleItem();
        technical.Name.ShouldBe("1.pdf");
        technical.Content.ShouldBe(form.Technical.Buffer);
    }

    private static int PiecesOf(SealedTender tender) =>
        (int)((BodyOpener.SizeOf(tender.Notice) + PieceTree.PieceSize - 1) / PieceTree.PieceSize);
}

/// <summary>The page of a bid as a bidder's hands use it.</summary>
internal sealed class BidForm(IPage page, string address)
{
    public FilePayload Qualification { get; } = Pdf("资格.pdf", 200_000);

    public FilePayload Proof { get; } = Pdf("保函.pdf", 3_000);

    public FilePayload Technical { get; } = Pdf("某某公司 技术标.pdf", 700_000);

    public async Task OpenAsync()
    {
        await page.GotoAsync(address);
        await page.WaitForSelectorAsync("[data-tender]:visible, [data-alert]:visible");
        (await page.IsVisibleAsync("[data-alert]")).ShouldBeFalse(await page.InnerTextAsync("[data-bid]"));
    }

    public async Task FillAsync(string price)
    {
        await page.FillAsync("#lot-1-price", price);
        await page.FillAsync("#lot-1-days", "230");
        await page.FillAsync("#lot-1-manager", "黄立新");
        await page.SelectOptionAsync("#lot-1-deposit", "保函");
        await page.SetInputFilesAsync("#lot-1-qualification", Qualification);
        await page.SetInputFilesAsync("#lot-1-proof", Proof);
        await page.SetInputFilesAsync("#lot-1-technical", Technical);
    }

    public Task SealAsync() => page.ClickAsync("form[data-step=compose] button.pri");

    public async Task<string> AlertAsync()
    {
        await page.WaitForSelectorAsync("[data-alert]:visible");
        return await page.InnerTextAsync("[data-alert]");
    }

    public async Task<FilePayload> MakeRecoveryAsync(string passphrase)
    {
        await page.FillAsync("#passphrase", passphrase);
        await page.FillAsync("#passphrase-again", passphrase);
        var file = await DownloadAsync("[data-make-recovery]");
        await page.WaitForSelectorAsync("[data-test-recovery]:visible");
        return file;
    }

    public Task<FilePayload> SaveReceiptAsync() => DownloadAsync("[data-save-receipt]");

    public async Task TestRecoveryAsync(FilePayload file, string passphrase)
    {
        await page.SetInputFilesAsync("#recovery-file", file);
        await page.FillAsync("#recovery-passphrase", passphrase);
        await page.ClickAsync("[data-test-recovery]");
    }

    public Task RecoveryIsGoodAsync() => page.WaitForSelectorAsync("[data-recovery=good]:visible");

    public Task ReceiptAsync(string standing) => page.WaitForSelectorAsync($"[data-standing={standing}]:visible");

    private async Task<FilePayload> DownloadAsync(string button)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync(button));
        return new FilePayload
        {
            Name = download.SuggestedFilename,
            MimeType = "application/octet-stream",
            Buffer = await File.ReadAllBytesAsync(await download.PathAsync()),
        };
    }

    private static FilePayload Pdf(string name, int length) =>
        new()
        {
            Name = name,
            MimeType = "application/pdf",
            Buffer = [.. "%PDF-1.7\n"u8, .. RandomNumberGenerator.GetBytes(length)],
        };
}
