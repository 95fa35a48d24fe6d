using Approvals.Server.Tests.Fixtures;

namespace Approvals.Server.Tests.Pages.Account;

public sealed class RegisterTests : IAsyncLifetime
{
    private readonly PageHost host = new();

    public ValueTask InitializeAsync() => host.InitializeAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task A_new_applicant_is_signed_in_and_stays_so_over_a_restart()
    {
        var browser = host.OpenBrowser();
        var home = await RegisterAsync(browser, []);

        home.Heading.ShouldBe("要办什么事？");
        home.TextOf(".top .who span").ShouldBe("陈丽娟");

        await host.RestartAsync();
        var later = new Browser(host.OpenBrowser().Server) { Jar = browser.Jar };
        (await later.GetAsync("/")).TextOf(".top .who span").ShouldBe("陈丽娟");
    }

    [Fact]
    public async Task An_enterprise_registers_with_its_credit_code()
    {
        var home = await RegisterAsync(
            host.OpenBrowser(),
            [
                ("Form.Kind", "Enterprise"),
                ("Form.Name", "清源市澄泉浴场有限公司"),
                ("Form.Identifier", "91350100M000100Y43"),
            ]
        );

        home.TextOf(".top .who span").ShouldBe("清源市澄泉浴场有限公司");
    }

    [Theory]
    [InlineData("Form.Name", "陈", "姓名或单位名称：请填写，2 到 60 个字")]
    [InlineData("Form.Phone", "12345", "手机号：请填 11 位数字，例如 13812345678")]
    [InlineData("Form.Identifier", "110101199003074510", "公民身份号码：请核对 18 位号码，有一位不对")]
    [InlineData("Form.Password", "short", "密码至少 10 位，不要用同一个字符反复凑成。")]
    [InlineData("Form.Password", "my13812345678pw", "密码里不要有您的姓名、手机号或证件号。")]
    public async Task What_is_wrong_is_said_at_its_field(string field, string value, string words)
    {
        var page = await RegisterAsync(host.OpenBrowser(), [(field, value)]);

        page.TextOf(".alert a").ShouldBe(words);
        page.TextOf(".govuk-form-group--error .govuk-error-message").ShouldBe(words);
        page.TextsOf(".top .who a")[0].ShouldBe("登录");
    }

    [Fact]
    public async Task A_phone_number_registers_once_and_the_same_form_twice_makes_one_person()
    {
        await RegisterAsync(host.OpenBrowser(), []);
        var again = await RegisterAsync(host.OpenBrowser(), []);

        again.TextOf(".alert a").ShouldBe("这个手机号已经注册过。如果是您的，请直接登录。");
        host.People.All.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_was_typed_stays_except_the_password()
    {
        var page = await RegisterAsync(host.OpenBrowser(), [("Form.Phone", "1")]);

        page.Document.QuerySelector("#Form-Name")!.GetAttribute("value").ShouldBe("陈丽娟");
        page.Document.QuerySelector("#Form-Password")!.GetAttribute("value").ShouldBeNull();
    }

    private static async Task<Shown> RegisterAsync(Browser browser, (string Name, string Value)[] changes)
    {
        var form = await browser.GetAsync("/account/register");
        (string Name, string Value)[] fields =
        [
            ("Form.Name", "陈丽娟"),
            ("Form.Phone", "138 1234 5678"),
            ("Form.Identifier", "110101199003074514"),
            ("Form.Password", "green mountains far away"),
            .. changes,
        ];
        return await browser.SubmitAsync(form, "main form", fields);
    }
}
