using System.Security.Cryptography;
using System.Text;
using Approvals.Bidding.Sealing.Envelopes;
using Approvals.Bidding.Sealing.Record;
using Approvals.Credentials.Sealing;
using Approvals.EndToEnd.Tests.Fixtures;
using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests;

/// <summary>A holder at a real browser: makes the keys, keeps their file, opens it again and registers. The file and what was said are read by .NET.</summary>
public sealed class HolderKeysTests
{
    private const string Passphrase = "公证处保管第四把钥匙不外借";
    private const byte Notary = 4;

    [Fact]
    public async Task A_holders_keys_leave_the_browser_as_a_file_that_gives_them_again()
    {
        await using var server = await ServerProcess.StartAsync();
        await using var people = await People.ArriveAsync(server);
        var bidder = BidderCredential.Make("清源市第一市政工程有限公司", "91350100MA00000155");
        var tender = new SealedTender(new(2026, 9, 16, 2, 42, 0, TimeSpan.Zero), bidder);
        await using var host = await SealingHost.StartAsync(tender, server.Url);
        var page = await people.StrangerAsync(375);
        await page.GotoAsync(host.Url + $"/tenders/{SealedTender.Number}/keys");
        await page.SelectOptionAsync("#role", "4");
        await page.FillAsync("#passphrase", Passphrase);
        await page.FillAsync("#passphrase-again", Passphrase);
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("[data-make]"));
        var file = await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        await page.SetInputFilesAsync(
            "#keys-file",
            new FilePayload
            {
                Name = download.SuggestedFilename,
                MimeType = "application/octet-stream",
                Buffer = file,
            }
        );
        await page.FillAsync("#keys-passphrase", "不是这个口令");
        await page.ClickAsync("[data-open]");
        await page.WaitForSelectorAsync("[data-alert]:has-text('口令不对')");
        await page.FillAsync("#keys-passphrase", Passphrase);
        await page.ClickAsync("[data-open]");
        await page.WaitForSelectorAsync("[data-opened]:visible");
        await page.FillAsync("#code", "7K2M-9QXR");
        await page.ClickAsync("[data-register]");
        await page.WaitForSelectorAsync("[data-said]:has-text('公钥已登记')");
        (await People.BarriersAsync(page)).ShouldBeEmpty();
        (await People.OverflowAsync(page)).ShouldBe(0);

        var number = Encoding.UTF8.GetBytes(SealedTender.Number);
        var bound = SealHash.Hash("holder-file", number, [Notary]);
        var root = RecoveryFile.Read(file, bound, Passphrase).ShouldNotBeNull();
        byte[] Derived(string label) => SealHash.Derive(root, number, "holder-" + label);
        byte[] Point(string label) => Hpke.DeriveKeyPair(Derived(label)).Point;
        byte[] said =
        [
            Notary,
            .. new byte[sizeof(int)],
            .. Point("signing"),
            .. Point("content"),
            .. Point("identity"),
            .. DummyPlan.CommitmentTo(Derived("dummies")),
            .. SealHash.Hash("draw-seed", [Notary], Derived("draw")),
        ];
        var (code, sent) = host.Enrolments.ShouldHaveSingleItem();
        code.ShouldBe("7K2M-9QXR");
        sent[..^SealKey.SignatureSize].ShouldBe(said);
        SealKey
            .Verifies(Point("signing"), SealHash.Hash("holder", number, said), sent.AsSpan(said.Length))
            .ShouldBeTrue();
        (await page.InnerTextAsync("[data-fingerprint]")).ShouldBe(
            Convert.ToHexStringLower(SHA256.HashData(Point("signing")))
        );
    }
}
