using Approvals.Kernel.Calendar;

namespace Approvals.Cases.Notices;

/// <summary>
/// 短信: what the applicant is told at each turn, in zh-Hans, short enough for a text message and without personal data beyond the
/// query number. The gateway puts the centre's signature in front.
/// </summary>
public static class CaseMessages
{
    public static string Submitted(string item, string query) =>
        $"您的“{item}”申请已取号，查询号 {CaseNumber.Grouped(query)}。窗口将在 5 个工作日内告知是否受理。";

    public static string SubmittedOnTheSpot(string item, string query) =>
        $"您的“{item}”申请已取号，查询号 {CaseNumber.Grouped(query)}。本事项材料齐全当场办结。";

    /// <summary>After the result of a 承诺告知件; stands behind <see cref="Granted"/>.</summary>
    public static string WillBeChecked(int days) => $"我们将在 {days} 个工作日内核查您的承诺。";

    public static string CommitmentKept(string item, string query) =>
        $"您的“{item}”（{CaseNumber.Grouped(query)}）已核查，符合承诺，办件归档。";

    public static string RectificationRequired(string item, string query, int demands) =>
        $"您的“{item}”（{CaseNumber.Grouped(query)}）核查有 {demands} 处未达到承诺的条件，请登录“我的办件”查看并整改。";

    public static string Revoked(string item, string query) =>
        $"您的“{item}”（{CaseNumber.Grouped(query)}）因未达到承诺的条件已撤销，理由和救济途径见“我的办件”中的决定书。";

    public static string Accepted(string item, string query, DateOnly promisedDue) =>
        $"您的“{item}”（{CaseNumber.Grouped(query)}）已受理，最迟 {ChineseDates.Short(promisedDue)}出结果，现在不用跑。";

    public static string DateMoved(string item, string query, DateOnly due) =>
        $"因放假安排公布或调整，您的“{item}”（{CaseNumber.Grouped(query)}）的最迟日期改为 {ChineseDates.Short(due)}。";

    public static string CorrectionRequested(string item, string query, int points) =>
        $"您的“{item}”（{CaseNumber.Grouped(query)}）有 {points} 处要补正，已一次列全，请登录“我的办件”查看。补正期间时限停止计算。";

    public static string CorrectionReceived(string item, string query) =>
        $"您的“{item}”（{CaseNumber.Grouped(query)}）补正已收到，时限继续计算。";

    public static string SpecialBegun(string item, string query, string procedure, int days) =>
        $"您的“{item}”（{CaseNumber.Grouped(query)}）依法需要{procedure}，约 {days} 个工作日，期间时限停止计算，告知书见“我的办件”。";

    public static string SpecialEnded(string item, string query) =>
        $"您的“{item}”（{CaseNumber.Grouped(query)}）特别程序已结束，时限继续计算。";

    public static string Referred(string item, string query, string upper) =>
        $"您的“{item}”（{CaseNumber.Grouped(query)}）已初审完毕，转报{upper}决定，您不用跑。";

    public static string InspectionArranged(string item, string query, DateTimeOffset on, string place) =>
        $"您的“{item}”（{CaseNumber.Grouped(query)}）将于 {ChineseDates.Short(CivilTime.DateOf(on))} {on.ToOffset(CivilTime.Offset):HH:mm} 在{place}联合踏勘，请到场配合。";

    public static string LicenceWithdrawn(string licence, string query, LicenceEnding ending) =>
        $"您的《{licence}》（办件 {CaseNumber.Grouped(query)}）已{(ending == LicenceEnding.Revoked ? "撤销" : "注销")}，理由和救济途径见“我的证照”中的决定书。";

    public static string UrgeAnswered(string item, string query, string text) =>
        $"您的“{item}”（{CaseNumber.Grouped(query)}）的催办有了答复：{text}";

    public static string LicenceReplaced(string licence, string query) =>
        $"您的《{licence}》（办件 {CaseNumber.Grouped(query)}）已由新证照替代，旧证照不再使用。";

    public static string Extended(string item, string query, DateOnly due) =>
        $"您的“{item}”（{CaseNumber.Grouped(query)}）经批准延长办理期限，最迟日期改为 {ChineseDates.Short(due)}，理由见“我的办件”中的告知书。";

    public static string TypeChanged(string item, string query, string type, string reason) =>
        $"您的“{item}”（{CaseNumber.Grouped(query)}）改按{type}办理。理由：{reason}";

    public static string Returned(string item, string query) =>
        $"您的“{item}”（{CaseNumber.Grouped(query)}）已退回，理由和办理去向见“我的办件”中的告知书。";

    public static string PapersPromised(string item, string query, int count) =>
        $"您的“{item}”（{CaseNumber.Grouped(query)}）已按先办后补受理，请按承诺书写明的日期补交 {count} 份材料。";

    public static string PaperOwed(string item, string query, string material, DateOnly due) =>
        $"您的“{item}”（{CaseNumber.Grouped(query)}）还差“{material}”，请在 {ChineseDates.Short(due)}前补交。";

    public static string PapersSupplied(string item, string query) =>
        $"您的“{item}”（{CaseNumber.Grouped(query)}）补交的材料已收到。";

    public static string UndertakingBroken(string item, string query) =>
        $"您的“{item}”（{CaseNumber.Grouped(query)}）承诺补交的材料到期没有收到，办件已退回审查，请尽快补交。";

    public static string NotAccepted(string item, string query) =>
        $"您的“{item}”（{CaseNumber.Grouped(query)}）不予受理，理由和办理去向见“我的办件”中的通知书。";

    public static string Granted(string item, string query, string result) =>
        $"您的“{item}”（{CaseNumber.Grouped(query)}）已准予，{result}已放入“我的证照”，可下载、出示。欢迎评价这次办理。";

    public static string Refused(string item, string query) =>
        $"您的“{item}”（{CaseNumber.Grouped(query)}）不予许可，理由和救济途径见“我的办件”中的决定书。";

    public static string Withdrawn(string item, string query) =>
        $"您已撤回“{item}”（{CaseNumber.Grouped(query)}），办件终止。需要时可以重新申请。";

    /// <summary>To staff, before a limit ends.</summary>
    public static string DueSoon(string item, string query, DateOnly due, int daysLeft) =>
        $"待办提醒：“{item}”（{CaseNumber.Grouped(query)}）还剩 {daysLeft} 个工作日，最迟 {ChineseDates.Short(due)}。";
}
