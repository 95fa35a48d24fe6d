using Approvals.Server.Reads.Cases;
using Approvals.Server.Texts;

namespace Approvals.Server.Components.CaseFactsPicture;

/// <summary>Who did something, in the page's words: 窗口 12 林晓芸, 卫健委 许文清, 申请人, 系统.</summary>
public static class DoerWords
{
    public static string Of(ITexts texts, Doer doer) =>
        doer switch
        {
            Doer.Official { Window: { } window } official => texts[
                "case.who.window",
                ("window", window),
                ("name", official.Name)
            ].Plain,
            Doer.Official official => official.Unit + " " + official.Name,
            Doer.Applicant => texts["case.who.applicant"].Plain,
            _ => texts["case.who.platform"].Plain,
        };
}
