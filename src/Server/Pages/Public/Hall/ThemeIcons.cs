namespace Approvals.Server.Pages.Public.Hall;

/// <summary>The drawing of a theme (人生事件) on the front page.</summary>
public static class ThemeIcons
{
    public static string Of(string theme) =>
        "theme-"
        + theme switch
        {
            "开办企业" or "企业注销" => "company",
            "开办餐馆" or "开办旅馆" => "place",
            "建设工程" or "建房" or "公用事业" => "construction",
            "购房" => "home",
            "生育" or "户籍" or "婚姻" => "birth",
            "就业" => "work",
            "出行" => "travel",
            "养老" or "社会救助" => "care",
            "医疗健康" or "开办药店" => "health",
            "安全生产" => "safety",
            "文体活动" or "出版传媒" => "culture",
            "社会组织" => "people",
            "农业生产" => "farm",
            "工业生产" => "industry",
            "教育" => "school",
            "法律服务" => "law",
            _ => "other",
        };
}
