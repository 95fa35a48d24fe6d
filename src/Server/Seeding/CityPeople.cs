using System.Globalization;
using Approvals.Cases.Handling;

namespace Approvals.Server.Seeding;

/// <summary>Invented people and enterprises of the city: names from lists, codes with right check characters over places that do not exist.</summary>
public static class CityPeople
{
    private const string Surnames =
        "陈林黄张李王吴刘蔡杨许郑谢郭洪曾周叶邱苏庄吕江何萧罗高潘简朱钟彭游詹胡施沈余卢梁赵颜柯孙魏翁戴范方宋";
    private const string Given =
        "文彬丽娟晓芸志远雅琴建国秀英明辉淑贞俊杰美玲家豪佳怡思源雨晴承志若兰静宜知行清和景行书瑶子涵宇轩欣然梓萱浩然";
    private const string Places = "云栖文庙学前江滨湖滨柳浪田心麓溪松岭石桥白水澄江湖西云麓";
    private static readonly string[] Trades =
    [
        "餐饮管理",
        "建筑工程",
        "商贸",
        "食品",
        "药房连锁",
        "物流",
        "教育咨询",
        "酒店管理",
        "农业科技",
        "机械制造",
        "文化传媒",
        "环保科技",
        "健康管理",
        "装饰设计",
        "电子科技",
        "水产养殖",
    ];

    private static readonly string[] Words =
    [
        "鸿泰",
        "澄泉",
        "青禾",
        "云上",
        "嘉禾",
        "远大",
        "金桥",
        "晨光",
        "瑞丰",
        "和顺",
        "安达",
        "百川",
        "长青",
        "同心",
        "恒盛",
        "清源",
    ];

    /// <summary>The person of that number: odd ones act for an enterprise.</summary>
    public static PersonDetails Applicant(int number)
    {
        var isEnterprise = number % 2 == 1;
        var place = (number * 7 % (Places.Length / 2)) * 2;
        var address = $"清源市{Places.Substring(place, 2)}路 {(number % 400) + 1} 号";
        return new PersonDetails(
            Name(number),
            string.Create(CultureInfo.InvariantCulture, $"1390{number % 10_000_000:D7}"),
            CitizenId(number),
            address,
            isEnterprise ? Enterprise(number) : null,
            isEnterprise ? CreditCode(number) : null
        );
    }

    public static string Name(int number)
    {
        var surname = Surnames[number % Surnames.Length];
        var given = (number / Surnames.Length * 2) % (Given.Length - 1);
        return number % 3 == 0 ? $"{surname}{Given[given]}" : $"{surname}{Given.Substring(given, 2)}";
    }

    private static string Enterprise(int number) =>
        $"清源市{Words[number / 2 % Words.Length]}{Trades[number / 32 % Trades.Length]}{(number / 512 is > 0 and var more ? $"（{more}）" : "")}有限公司";

    /// <summary>GB 11643 over the place 359902, which does not exist.</summary>
    internal static string CitizenId(int number)
    {
        ReadOnlySpan<int> weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        var birth = new DateOnly(1958, 1, 1).AddDays(number * 37 % 17_000);
        var body = string.Create(CultureInfo.InvariantCulture, $"359902{birth:yyyyMMdd}{number % 1000:D3}");
        var sum = 0;
        for (var at = 0; at < body.Length; at++)
        {
            sum += (body[at] - '0') * weights[at];
        }

        return body + "10X98765432"[sum % 11];
    }

    /// <summary>GB 32100 over the place 990102, which does not exist.</summary>
    internal static string CreditCode(int number)
    {
        const string alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        var organisation = OrganisationCode(string.Create(CultureInfo.InvariantCulture, $"MA{number % 1_000_000:D6}"));
        var body = "91990102" + organisation;
        var (sum, weight) = (0, 1);
        foreach (var letter in body)
        {
            sum += alphabet.IndexOf(letter, StringComparison.Ordinal) * weight;
            weight = weight * 3 % 31;
        }

        return body + alphabet[(31 - (sum % 31)) % 31];
    }

    /// <summary>GB 11714: eight characters and their check character.</summary>
    private static string OrganisationCode(string body)
    {
        ReadOnlySpan<int> weights = [3, 7, 9, 10, 5, 8, 4, 2];
        var sum = 0;
        for (var at = 0; at < body.Length; at++)
        {
            sum += (char.IsAsciiDigit(body[at]) ? body[at] - '0' : body[at] - 'A' + 10) * weights[at];
        }

        var check = 11 - (sum % 11);
        return body
            + (
                check == 10 ? "X"
                : check == 11 ? "0"
                : check.ToString(CultureInfo.InvariantCulture)
            );
    }
}
