using System.Net;
using System.Text;
using System.Text.Json;
using Approvals.Server.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Server.Tests.Apply;

public sealed class ApplyJourneyTests(DemoServer server) : IClassFixture<DemoServer>
{
    [Fact]
    public async Task An_application_ends_with_a_numbered_slip()
    {
        var (visitor, _, person) = await server.BathhouseAsync();

        var start = await visitor.GetAsync(Applicants.Item);
        start.Address.ShouldBe(Applicants.Item + "/1");
        start.Heading.ShouldBe("申请人");
        start.Document.QuerySelector("[name=creditCode]")!.GetAttribute("value").ShouldBe("91990102MA7QY26K6J");
        var second = await visitor.SendAsync(start, Applicants.PageForm, Sending.Of());
        second.Heading.ShouldBe("场所情况");
        second.TextOf("textarea[name=address]").ShouldBe("清源市澄江区云栖街道文庙路 126 号");
        var third = await visitor.SendAsync(second, Applicants.PageForm, Applicants.Venue);
        third.Heading.ShouldBe("材料");
        third.Document.QuerySelector("[name=airReport]").ShouldBeNull();
        var fourth = await visitor.SendAsync(third, Applicants.PageForm, Applicants.Papers);
        fourth.Heading.ShouldBe("领证方式");
        var check = await visitor.SendAsync(fourth, Applicants.PageForm, Applicants.Promise);
        check.Heading.ShouldBe("核对并提交");
        check
            .TextsOf(".answers-read dd a")
            .ShouldBe(["身份证.pdf", "平面图.pdf", "方位图.pdf", "检测报告.pdf", "制度.pdf"]);

        var slip = await visitor.SendAsync(check, "main form", Sending.Of());

        slip.Heading.ShouldBe("申请已提交");
        slip.TextOf(".slip .no").ShouldMatch("^2026 1012 [0-9]{4}$");
        slip.TextOf(".next li").ShouldContain("10 月 19 日");
        slip.TextsOf(".papers .file").Count.ShouldBe(5);
        slip.Document.QuerySelector("svg.qr path").ShouldNotBeNull();
        var row = await server.ReadAsync(reads => reads.Cases.SingleAsync(each => each.Applicant == person));
        slip.Address.ShouldBe($"/me/cases/{row.Key}/slip");
        row.ApplicantName.ShouldBe("清源市澄泉浴场有限公司");
        row.Stage.ShouldBe("Submitted");
        var form = await FormOfAsync(row.Key);
        form.GetProperty("unitName").GetString().ShouldBe("清源市澄泉浴场有限公司");
        form.GetProperty("area").GetDecimal().ShouldBe(860.5m);
        (await server.ReadAsync(reads => reads.Drafts.CountAsync(each => each.Person == person))).ShouldBe(0);
        (await visitor.GetAsync("/me/apply")).Document.QuerySelector(".begun").ShouldBeNull();
    }

    [Fact]
    public async Task What_is_wrong_is_said_and_what_was_typed_is_kept()
    {
        var (visitor, account, _) = await server.BathhouseAsync();
        await visitor.FillAsync(1, Sending.Of());
        const string script = "<script>alert(1)</script>";

        var wrong = await visitor.FillAsync(
            2,
            Sending.Of(("venueKind", "hotel"), ("signName", script), ("area", "很大"), ("staffCount", "12"))
        );

        wrong.TextsOf(".alert a").ShouldBe(["营业面积：请填数字，例如 4", "是否使用集中空调通风系统：请选择"]);
        wrong.Body.ShouldNotContain(script);
        var later = await server.SignInAsync(account);
        (await later.GetAsync("/me/apply")).TextOf(".begun h2").ShouldBe("公共场所卫生许可");
        var again = await later.GetAsync(Applicants.Item);
        again.Address.ShouldBe(Applicants.Item + "/2");
        again.Document.QuerySelector("[name=area]")!.GetAttribute("value").ShouldBe("很大");
        again.Document.QuerySelector("[name=signName]")!.GetAttribute("value").ShouldBe(script);
        again.Document.QuerySelector("[name=venueKind] option[selected]")!.GetAttribute("value").ShouldBe("hotel");
    }

    [Fact]
    public async Task A_field_that_an_answer_brings_up_is_asked_for_and_not_complained_of()
    {
        var (visitor, _, _) = await server.BathhouseAsync();
        await visitor.FillAsync(1, Sending.Of());
        var bath = Sending.Of(("venueKind", "bath"), ("area", "860"), ("staffCount", "12"), ("centralAir", "no"));

        var asked = await visitor.FillAsync(2, bath);

        asked.Heading.ShouldBe("场所情况");
        asked.TextOf(".note").ShouldContain("浴池数量");
        asked.Document.QuerySelector(".alert").ShouldBeNull();
        var empty = await visitor.SendAsync(asked, Applicants.PageForm, Sending.Of());
        empty.TextOf(".alert a").ShouldBe("浴池数量：请填写");
        var next = await visitor.SendAsync(empty, Applicants.PageForm, Sending.Of(("bathCount", "4")));
        next.Heading.ShouldBe("材料");
    }

    [Fact]
    public async Task Answers_that_were_not_asked_for_do_not_exist()
    {
        var (visitor, _, person) = await server.BathhouseAsync();
        var forged = Sending.Of(
            ("venueKind", "hotel"),
            ("area", "860"),
            ("staffCount", "12"),
            ("centralAir", "no"),
            ("bathCount", "4"),
            ("creditCode", "11990100MB0QY0181Y"),
            ("stage", "Approved"),
            ("identityDocument", "forged")
        );

        var check = await visitor.FillAllAsync(forged);
        check.Body.ShouldNotContain("浴池数量");
        await visitor.SendAsync(check, "main form", Sending.Of());

        var row = await server.ReadAsync(reads => reads.Cases.SingleAsync(each => each.Applicant == person));
        row.Stage.ShouldBe("Submitted");
        var form = await FormOfAsync(row.Key);
        form.TryGetProperty("bathCount", out _).ShouldBeFalse();
        form.TryGetProperty("stage", out _).ShouldBeFalse();
        form.GetProperty("creditCode").GetString().ShouldBe("91990102MA7QY26K6J");
        form.GetProperty("identityDocument").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Sending_twice_gives_one_case_and_the_same_slip()
    {
        var (visitor, _, person) = await server.BathhouseAsync();
        var check = await visitor.FillAllAsync();
        var otherTab = await visitor.GetAsync(Applicants.Item + "/check");

        var slips = await Task.WhenAll(
            visitor.SendAsync(check, "main form", Sending.Of()),
            visitor.SendAsync(check, "main form", Sending.Of())
        );
        var back = await visitor.SendAsync(check, "main form", Sending.Of());
        var other = await visitor.SendAsync(otherTab, "main form", Sending.Of());

        slips[0].Address.ShouldBe(slips[1].Address);
        back.Address.ShouldBe(slips[0].Address);
        other.TextOf(".note").ShouldContain("已经提交过");
        (await server.ReadAsync(reads => reads.Cases.CountAsync(each => each.Applicant == person))).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_incomplete_is_not_sent_whatever_is_posted()
    {
        var (visitor, _, person) = await server.BathhouseAsync();
        await visitor.FillAsync(1, Sending.Of());
        await visitor.FillAsync(2, Applicants.Venue);
        var check = await visitor.GetAsync(Applicants.Item + "/check");

        var refused = await visitor.SendAsync(check, "main form", Sending.Of());

        refused.TextsOf(".alert a").ShouldContain("卫生检测或评价报告：请上传文件");
        (await server.ReadAsync(reads => reads.Cases.AnyAsync(each => each.Applicant == person))).ShouldBeFalse();
    }

    [Fact]
    public async Task Nobody_sees_the_draft_the_files_or_the_slip_of_another()
    {
        var (visitor, _, _) = await server.BathhouseAsync();
        var check = await visitor.FillAllAsync();
        var file = check.Document.QuerySelector(".answers-read dd a")!.GetAttribute("href")!;
        (await visitor.GetAsync(file)).Status.ShouldBe(HttpStatusCode.OK);
        var slip = await visitor.SendAsync(check, "main form", Sending.Of());
        var (stranger, _, _) = await server.BathhouseAsync();
        await stranger.FillAsync(1, Sending.Of());

        (await stranger.GetAsync(file)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.GetAsync(slip.Address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.GetAsync(Applicants.Item + "/3")).Document.QuerySelector(".stored").ShouldBeNull();
        (await server.Visit().GetAsync(slip.Address)).Heading.ShouldBe("登录");
    }

    [Theory]
    [InlineData("/me/apply/QY999")]
    [InlineData("/me/apply/QY001/1")]
    [InlineData("/me/apply/QY010/0")]
    [InlineData("/me/apply/QY010/9")]
    [InlineData("/me/cases/1/slip")]
    public async Task What_does_not_exist_is_not_found(string address)
    {
        var (visitor, _, _) = await server.BathhouseAsync();

        (await visitor.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_page_that_saves_itself_is_not_judged()
    {
        var (visitor, _, _) = await server.BathhouseAsync();
        await visitor.FillAsync(1, Sending.Of());

        var saved = await visitor.FillAsync(2, Sending.Of(("_go", "save"), ("venueKind", "bath"), ("area", "很大")));

        saved.Document.QuerySelector(".alert").ShouldBeNull();
        saved.Document.QuerySelector("[name=bathCount]").ShouldNotBeNull();
        saved.TextOf(".saved").ShouldContain("已自动保存");
        var later = await visitor.GetAsync(Applicants.Item + "/2");
        later.Document.QuerySelector("[name=area]")!.GetAttribute("value").ShouldBe("很大");
    }

    [Fact]
    public async Task A_draft_can_be_thrown_away()
    {
        var (visitor, _, person) = await server.BathhouseAsync();
        await visitor.FillAsync(1, Sending.Of());

        var empty = await visitor.SendAsync(await visitor.GetAsync("/me/apply"), ".begun form", Sending.Of());

        empty.TextOf(".empty").ShouldContain("没有留着的草稿");
        (await server.ReadAsync(reads => reads.Drafts.AnyAsync(each => each.Person == person))).ShouldBeFalse();
    }

    private async Task<JsonElement> FormOfAsync(long key)
    {
        var bytes = await server.ReadAsync(reads =>
            (
                from link in reads.CaseDocuments
                join document in reads.Documents on link.Document equals document.Id
                where link.Owner == key && link.Kind == "form"
                select document.Bytes
            ).SingleAsync()
        );
        return JsonDocument.Parse(Encoding.UTF8.GetString(bytes.ShouldNotBeNull())).RootElement;
    }
}
