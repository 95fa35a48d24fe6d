using System.Net;
using Approvals.Server.Tests.Fixtures;

namespace Approvals.Server.Tests.CaseTypes;

/// <summary>窗口收件: a clerk of any unit takes the application of somebody without an account.</summary>
public sealed class WindowTests(WorkingCity city) : IClassFixture<WorkingCity>
{
    private static readonly Sending[] Application =
    [
        Sending.Of(("address", "清源市澄江区云栖街道学前路 9 号")),
        Sending.Of(("household", "local")),
        Sending.Of().With(Sending.Pdf("identityCard", "身份证.pdf"), Sending.Pdf("photo", "照片.pdf")),
        Sending.Of(("truthful", "true")),
    ];

    [Fact]
    public async Task Any_window_takes_the_application_and_the_unit_in_charge_decides()
    {
        var clerk = await city.SignInAsync("luoqiaoling");
        var page = await clerk.GetAsync("/work/window");
        var wrong = await clerk.SendAsync(
            page,
            "main form.form",
            Sending.Of(
                ("Form.Item", "QY056"),
                ("Form.Name", "黄阿婆"),
                ("Form.CitizenId", "359902195004052028"),
                ("Form.Phone", "13900000999"),
                ("Form.Organisation", "清源市老年协会"),
                ("Form.CreditCode", "91990102MA7QY26K60")
            )
        );
        wrong.TextsOf(".alert li").Count.ShouldBe(2);
        wrong.Document.QuerySelector("[name='Form.Name']")!.GetAttribute("value").ShouldBe("黄阿婆");

        var first = await clerk.SendAsync(
            wrong,
            "main form.form",
            Sending.Of(("Form.CitizenId", "359902195004052020"), ("Form.Organisation", ""), ("Form.CreditCode", ""))
        );
        first.Address.ShouldBe("/me/apply/QY056/1", string.Join(' ', first.TextsOf(".alert li")));
        first.Document.QuerySelector("[name=name]")!.GetAttribute("value").ShouldBe("黄阿婆");
        var key = await WorkingCity.ApplyAsync(clerk, "QY056", Application);

        city.Row(key).Unit.ShouldBe("civil");
        var civil = await city.SignInAsync("panmeihua");
        (await civil.GetAsync($"/work/cases/{key}")).Body.ShouldContain("窗口");
        city.Clock.Advance(TimeSpan.FromMinutes(12));
        await city.DecideAsync(civil, key, "settle", "approve");
        await city.UntilStageAsync(key, "Closed");
        city.Row(key).Served.ShouldBe(TimeSpan.FromMinutes(12));

        await clerk.SendAsync(await clerk.GetAsync("/work/window"), "form[action$='handler=leave']", Sending.Of());
        (await clerk.GetAsync($"/me/cases/{key}/slip")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nobody_else_may()
    {
        var reviewer = await city.SignInAsync("xuwenqing");
        (await reviewer.GetAsync("/work/window")).Heading.ShouldNotContain("窗口收件");
        var applicant = await city.SignInAsync("zhouwenbin");
        (await applicant.GetAsync("/work/window")).Heading.ShouldNotContain("窗口收件");
    }
}
