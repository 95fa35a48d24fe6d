using Approvals.Cases.Notices;
using Approvals.Kernel.Calendar;
using Approvals.Server.Texts;

namespace Approvals.Server.Pages.Me.Apply;

/// <summary>申请书: every answer of the page where an application is read once more, as a paper that its applicant can sign.</summary>
public static class ApplicationPaper
{
    public static NoticeText Of(AnswerSheet sheet, ApplyJourney journey, string applicant, DateTimeOffset now)
    {
        var item = journey.Item.Version.Item;
        return new(
            "申请书",
            "（编号在提交时产生）",
            item.Authority,
            [$"{applicant}申请办理“{item.Name}”。申请内容如下："],
            [.. sheet.Pages.SelectMany(page => page.Rows).Where(row => row.Values.Count > 0).Select(Line)],
            ["申请人对所填内容和所附材料的真实性负责。"],
            applicant,
            CivilTime.DateOf(now)
        );
    }

    /// <summary>A file is named with its size, as the page shows it; its bytes stand in the case with their digest.</summary>
    private static string Line(AnswerRow row) => row.Label.Plain + "：" + string.Join("、", row.Values.Select(Words));

    private static string Words(AnswerValue value) =>
        value.Detail is { } detail ? $"{value.Text.Plain}（{detail}）" : value.Text.Plain;
}
