namespace Approvals.Cases.Notices;

/// <summary>
/// 救济途径: administrative review within 60 days (行政复议法 2023, art. 20) by the people's government of the same level
/// (art. 24), or a suit within six months (行政诉讼法 2017, art. 46). Days here are calendar days.
/// </summary>
public static class Remedies
{
    /// <param name="paper">本决定书, 本通知书.</param>
    /// <param name="government">The people's government of the city, which reviews its departments.</param>
    public static string Text(string paper, string government) =>
        $"如不服，可以自收到{paper}之日起六十日内，依照《中华人民共和国行政复议法》第二十条向{government}申请行政复议；"
        + "也可以自收到之日起六个月内，依照《中华人民共和国行政诉讼法》第四十六条向有管辖权的人民法院提起行政诉讼。";
}
