namespace Approvals.Cases.Notices;

/// <summary>What members of staff are told about their tasks, in zh-Hans. <c>item</c> and <c>query</c> name the case.</summary>
public static class StaffMessages
{
    public static string HandedOver(string item, string query, string by, string reason) =>
        $"{by}把{Case(item, query)}转给您办理。理由：{reason}";

    public static string Delegated(string item, string query, string by, string reason) =>
        $"{by}委托您办理{Case(item, query)}，办好后交回{by}。说明：{reason}";

    public static string GivenBack(string item, string query, string by, string? opinion) =>
        $"{by}已交回您委托的{Case(item, query)}，请您办结。{Said(opinion)}";

    public static string TakenBack(string item, string query, string by) =>
        $"{by}收回了委托您办理的{Case(item, query)}，您不用再办。";

    public static string AskedToSign(string item, string query, string by, string? reason) =>
        $"{by}请您就{Case(item, query)}签署意见。{Said(reason)}";

    public static string NoLongerAsked(string item, string query, string by) =>
        $"{by}减签了{Case(item, query)}，您不用再签署。";

    public static string Signed(string item, string query, string by, bool agrees, string? opinion) =>
        $"{by}已就{Case(item, query)}签署：{(agrees ? "同意" : "不同意")}。{Said(opinion)}";

    public static string Reopened(string item, string query) =>
        $"{Case(item, query)}有签署人不同意，您提交的决定没有生效，请再办理。";

    public static string Returned(string item, string query, string by, string reason) =>
        $"{by}把{Case(item, query)}退回给您重办。理由：{reason}";

    public static string Copied(string item, string query, string by, string? note) =>
        $"{by}把{Case(item, query)}抄送给您。{Said(note)}";

    public static string Urged(string item, string query, string? note) =>
        $"催办：{Case(item, query)}请尽快办理。{Said(note)}";

    /// <summary>绿色通道件, once every working day.</summary>
    public static string GreenChannel(string item, string query, string step) =>
        $"绿色通道件每日提醒：{Case(item, query)}正在{step}，请优先办理。";

    /// <summary>上级答复, to the unit that reviewed first.</summary>
    public static string AnsweredBack(string item, string query, string by) =>
        $"{by}已就转报的{Case(item, query)}作出决定，文书和结果自动送达申请人。";

    private static string Case(string item, string query) => $"“{item}”（{CaseNumber.Grouped(query)}）";

    private static string Said(string? text) => text is null ? "" : "附言：" + text;
}
