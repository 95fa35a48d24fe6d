using System.Globalization;
using System.Security.Cryptography;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Clock;
using Approvals.Kernel.Folders;
using Approvals.Server.Holding;
using Approvals.Server.Storage;
using Approvals.Server.Tests.Fixtures;
using Approvals.Server.Workers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Approvals.Server.Tests.Tenders;

/// <summary>
/// The demo city with its workers, over the network, from Mon 2026-09-14 09:00 with a clock moved by hand: tenders are declared, sealed, opened
/// and awarded on the pages and by the programs of holders and bidders.
/// </summary>
public sealed class TenderCity : IAsyncLifetime
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("approvals-tender-");
    private readonly HttpClient http = new();
    private WebApplication app = null!;

    public Platform Platform { get; private set; } = null!;

    public ManualClock Clock { get; private set; } = null!;

    public Uri Address => new(app.Urls.First());

    public string Folder => directory.FullName;

    /// <summary>Of the notary's key file, <see cref="NotaryFile"/>.</summary>
    public const string Passphrase = "公证处的口令不外借";

    public string NotaryFile(string number) => Path.Combine(Folder, number + "-notary.key");

    public async ValueTask InitializeAsync()
    {
        var folder = new DataFolder(directory.FullName);
        folder.Create();
        Directory.CreateDirectory(folder.Within("bidder-roots"));
        await File.WriteAllTextAsync(
            folder.Within("bidder-roots/test.pem"),
            BidderCredentials.RootPem,
            TestContext.Current.CancellationToken
        );
        Clock = ManualClock.Open(folder, new DateTimeOffset(2026, 9, 14, 9, 0, 0, CivilTime.Offset));
        Platform = Platform.TryOpen(folder, Clock).ShouldNotBeNull();
        var options = new ServerOptions(folder.Path, ["http://127.0.0.1:0"], Demo: true, ManualClock: true)
        {
            Clock = Clock,
            PublicPagesKept = TimeSpan.Zero,
        };
        app = ServerHost.Build(
            options,
            services =>
            {
                services.AddStorageRoom(Platform);
                services.AddWorkersRoom(Platform, options);
            },
            builder => builder.Logging.ClearProviders()
        );
        await ServerStart.PrepareAsync(app, demo: true, pastTenders: false);
        await app.StartAsync();
        http.BaseAddress = Address;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
        await Platform.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        directory.Delete(recursive: true);
    }

    public Visitor Visit() => new(Address);

    public async Task<Visitor> SignInAsync(string account)
    {
        var visitor = Visit();
        await visitor.SignInAsync(account);
        return visitor;
    }

    /// <summary>A whole minute, so many days from now.</summary>
    public DateTimeOffset DeadlineIn(int days)
    {
        var then = Clock.GetUtcNow().ToOffset(CivilTime.Offset).AddDays(days);
        return new DateTimeOffset(then.Year, then.Month, then.Day, then.Hour, then.Minute, 0, CivilTime.Offset);
    }

    public TenderClient Client(string number) => new(http, number);

    /// <summary>From declaration to the signed file; the answer is the number.</summary>
    public async Task<string> PrepareAsync(string title, DateTimeOffset deadline)
    {
        var number = await DeclareAsync(title);
        var page = await CompileAsync(number, deadline);
        page.Address.ShouldEndWith("done=true", customMessage: string.Join('；', page.TextsOf(".alert li")));
        return number;
    }

    /// <summary>From declaration to the agency's choice; the answer is the number.</summary>
    public async Task<string> DeclareAsync(string title)
    {
        var tenderer = await SignInAsync("zhengkaiyuan");
        var page = await tenderer.GetAsync("/tenders/declare");
        page = await tenderer.SendAsync(
            page,
            "main form",
            Sending.Of(
                ("ProjectTitle", title),
                ("Approval", "清发改审〔2026〕18 号"),
                ("Funds", "市级财政"),
                ("Estimate", "2,400,000.00"),
                ("Lots", "主体工程")
            )
        );
        page.Address.ShouldEndWith("/act", customMessage: page.Body);
        var number = page.Address.Split('/')[2];
        page = await tenderer.SendAsync(
            page,
            "main form",
            Sending.Of(("Agency.Unit", "agency-qingda"), ("Agency.Reason", "同类项目业绩最多"))
        );
        page.Address.ShouldEndWith("done=true", customMessage: page.Body);
        return number;
    }

    /// <summary>The agency submits the tender file.</summary>
    public async Task<Shown> CompileAsync(string number, DateTimeOffset deadline)
    {
        var agency = await SignInAsync("liaoqingda");
        var page = await agency.GetAsync($"/tenders/{number}/act");
        return await agency.SendAsync(
            page,
            "main form",
            Sending
                .Of(
                    ("Form.Criteria", "施工组织设计｜50\n项目班子｜20"),
                    ("Form.PriceWeight", "30"),
                    ("Form.Ceiling", "2350000"),
                    ("Form.Deposit", "48000"),
                    ("Form.Deadline", deadline.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture)),
                    ("Form.PartSize", "1"),
                    ("Form.DummyRange", "2")
                )
                .With(Sending.Pdf("Form.Documents", "招标文件.pdf"))
        );
    }

    /// <summary>The four enrol with the code on their page and sign the notice.</summary>
    public async Task<IReadOnlyList<HolderDaemon>> EnrolAsync(string number)
    {
        var holders = new List<HolderDaemon>();
        HolderKeys? notary = null;
        (HolderRole Role, string Account)[] people =
        [
            (HolderRole.Tenderer, "zhengkaiyuan"),
            (HolderRole.Agency, "liaoqingda"),
            (HolderRole.Supervisor, "yanshouzheng"),
            (HolderRole.Notary, "gongxinming"),
        ];
        foreach (var (role, account) in people)
        {
            var person = await SignInAsync(account);
            var page = await person.GetAsync($"/tenders/{number}/act");
            var keys = new HolderKeys(number, role, RandomNumberGenerator.GetBytes(32));
            notary = keys;
            var client = Client(number);
            (
                await client.EnrolAsync(keys.Enrolment(), "0000000000000000", TestContext.Current.CancellationToken)
            ).ShouldBe("tender.not-yours");
            (
                await client.EnrolAsync(keys.Enrolment(), page.TextOf("#code"), TestContext.Current.CancellationToken)
            ).ShouldBeNull();
            holders.Add(new HolderDaemon(client, keys, Clock));
        }

        await File.WriteAllBytesAsync(
            NotaryFile(number),
            notary!.ToFile(Passphrase),
            TestContext.Current.CancellationToken
        );
        foreach (var holder in holders)
        {
            (await holder.StepAsync(TestContext.Current.CancellationToken)).ShouldBe(["notice signed"]);
        }

        return holders;
    }

    /// <summary>All holders take their turn until none has anything to do that it hasn't done.</summary>
    public static async Task<IReadOnlyList<string>> RunAsync(IReadOnlyList<HolderDaemon> holders, int rounds = 3)
    {
        var done = new List<string>();
        for (var round = 0; round < rounds; round++)
        {
            foreach (var holder in holders)
            {
                done.AddRange(await holder.StepAsync(TestContext.Current.CancellationToken));
            }
        }

        return done;
    }

    public async Task UntilAsync(string number, Func<string, string, bool> holds)
    {
        var client = Client(number);
        for (var tries = 0; tries < 400; tries++)
        {
            var (stage, job) = await client.StandingAsync(TestContext.Current.CancellationToken);
            if (holds(stage, job))
            {
                return;
            }

            await Task.Delay(25, TestContext.Current.CancellationToken);
        }

        (await client.StandingAsync(TestContext.Current.CancellationToken)).ShouldBe(("", ""));
    }

    public void To(DateTimeOffset at)
    {
        Clock.Advance(at - Clock.GetUtcNow());
        Platform.Signal();
    }
}
