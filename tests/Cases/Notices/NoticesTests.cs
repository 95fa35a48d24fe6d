using Approvals.Cases.Notices;
using static Approvals.Cases.Tests.CaseScenario;

namespace Approvals.Cases.Tests.Notices;

public sealed class NoticesTests
{
    private static readonly NoticeFrame Frame = new(
        "卫受字〔2026〕第 0112 号",
        "清源市澄泉浴场有限公司",
        Repository.Hygiene.Item,
        "202609160037",
        new(2026, 9, 16),
        new(2026, 9, 17)
    );

    [Fact]
    public void An_acceptance_notice_says_by_when_and_what_does_not_count()
    {
        var notice = AcceptanceNotice.Build(
            Frame,
            ["卫生许可证申请表", "卫生检测或评价报告"],
            new(2026, 10, 14),
            new(2026, 11, 2),
            Repository.Calendar
        );
        notice.Title.ShouldBe("受理通知书");
        notice.Issuer.ShouldBe("清源市卫生健康委员会");
        notice.Addressee.ShouldBe("清源市澄泉浴场有限公司");
        notice.List.Count.ShouldBe(2);
        var text = TextOf(notice);
        text.ShouldContain("2026 0916 0037");
        text.ShouldContain("最迟 10 月 14 日（周三）");
        text.ShouldContain("11 月 2 日（周一）");
        text.ShouldContain("检验检测");
        text.ShouldContain("0599-000 1212");
        text.ShouldNotContain("暂定");
    }

    [Fact]
    public void A_date_in_a_year_without_a_published_calendar_is_provisional()
    {
        var notice = AcceptanceNotice.Build(
            Frame,
            ["卫生许可证申请表"],
            new(2026, 12, 28),
            new(2027, 1, 15),
            Repository.Calendar
        );
        TextOf(notice).ShouldContain("日期暂定");
    }

    [Fact]
    public void A_correction_notice_lists_everything()
    {
        var notice = CorrectionNotice.Build(Frame, [Point(), FieldPoint()]);
        notice.List.ShouldBe([
            "卫生检测或评价报告：不符合要求。要 12 个月以内的报告。",
            "浴池数量：缺少。请填浴池数量。",
        ]);
        TextOf(notice).ShouldContain("2 处需要补正");
    }

    [Fact]
    public void A_refusal_tells_reasons_and_both_remedies()
    {
        var remedies = Remedies.Text("本决定书", "清源市人民政府");
        var notice = RefusalDecision.Build(Frame, ["池水浊度超过限值。"], remedies);
        notice.Title.ShouldBe("不予行政许可决定书");
        notice.List.ShouldBe(["池水浊度超过限值。"]);
        var text = TextOf(notice);
        text.ShouldContain("第三十八条");
        text.ShouldContain("六十日内，依照《中华人民共和国行政复议法》第二十条向清源市人民政府申请行政复议");
        text.ShouldContain("六个月内，依照《中华人民共和国行政诉讼法》第四十六条");
    }

    [Fact]
    public void Not_accepting_tells_the_way_and_the_remedies()
    {
        var text = TextOf(NonAcceptanceNotice.Build(Frame, "不需许可。", "到文化和旅游局备案。", "清源市人民政府"));
        text.ShouldContain("理由：不需许可。");
        text.ShouldContain("到文化和旅游局备案。");
        text.ShouldContain("行政复议");
    }

    [Fact]
    public void An_approval_names_its_articles_and_the_licence()
    {
        var licence = new LicenceTerms(
            "卫证字〔2026〕第 0071 号",
            "1.2.156.3005.2.11990100MB0QY0181Y020.990100.QY2026071.001.M",
            "清源市澄泉浴场有限公司",
            new(2026, 10, 14),
            new(2030, 10, 13)
        );
        var notice = ApprovalDecision.Build(Frame, licence);
        notice.List.ShouldContain("《公共场所卫生管理条例》第三、四、八条");
        TextOf(notice).ShouldContain("有效期 2026 年 10 月 14 日至 2030 年 10 月 13 日");
        TextOf(ApprovalDecision.Build(Frame, null)).ShouldNotContain("有效期");
    }

    [Fact]
    public void Messages_are_short_and_name_the_case()
    {
        string[] messages =
        [
            CaseMessages.Submitted("公共场所卫生许可", "202609160037"),
            CaseMessages.Accepted("公共场所卫生许可", "202609160037", new(2026, 10, 14)),
            CaseMessages.CorrectionRequested("公共场所卫生许可", "202609160037", 2),
            CaseMessages.CorrectionReceived("公共场所卫生许可", "202609160037"),
            CaseMessages.NotAccepted("公共场所卫生许可", "202609160037"),
            CaseMessages.Granted("公共场所卫生许可", "202609160037", "公共场所卫生许可证"),
            CaseMessages.Refused("公共场所卫生许可", "202609160037"),
            CaseMessages.Withdrawn("公共场所卫生许可", "202609160037"),
            CaseMessages.DueSoon("公共场所卫生许可", "202609160037", new(2026, 10, 14), 3),
        ];
        messages.ShouldAllBe(text => text.Contains("2026 0916 0037") && text.Contains("公共场所卫生许可"));
        messages.ShouldAllBe(text => text.Length <= 134); // two joined text messages of 67 characters
    }

    private static string TextOf(NoticeText notice) =>
        string.Join('\n', [.. notice.Paragraphs, .. notice.List, .. notice.Closing]);
}
