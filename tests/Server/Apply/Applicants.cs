using Approvals.Cases.Handling;
using Approvals.Server.Tests.Fixtures;

namespace Approvals.Server.Tests.Apply;

/// <summary>People who apply for the hygiene licence, and the answers they give.</summary>
internal static class Applicants
{
    public const string Item = "/me/apply/QY010";
    public const string PageForm = "main form[enctype]";

    public static readonly PersonDetails Bathhouse = new(
        "陈丽娟",
        "13900000126",
        "359902198604072029",
        "清源市澄江区云栖街道文庙路 126 号",
        "清源市澄泉浴场有限公司",
        "91990102MA7QY26K6J"
    );

    public static readonly Sending Venue = Sending.Of(
        ("venueKind", "hotel"),
        ("area", "860.5"),
        ("staffCount", "12"),
        ("centralAir", "no")
    );

    public static readonly Sending Papers = new(
        [],
        [
            Sending.Pdf("identityDocument", "身份证.pdf"),
            Sending.Pdf("floorPlan", "平面图.pdf"),
            Sending.Pdf("floorPlan", "方位图.pdf", 3_000),
            Sending.Pdf("testReport", "检测报告.pdf"),
            Sending.Pdf("managementRules", "制度.pdf"),
        ]
    );

    public static readonly Sending Promise = Sending.Of(("truthful", "true"));

    public static async Task<(Visitor Visitor, string Account, string Person)> BathhouseAsync(this DemoServer server)
    {
        var (account, person) = await server.RegisterAsync(Bathhouse);
        return (await server.SignInAsync(account), account, person);
    }

    /// <summary>Sends one page of the form and shows what comes.</summary>
    public static async Task<Shown> FillAsync(this Visitor visitor, int step, Sending sending) =>
        await visitor.SendAsync(await visitor.GetAsync($"{Item}/{step}"), PageForm, sending);

    /// <summary>Fills in all pages and shows the answers to be checked.</summary>
    public static async Task<Shown> FillAllAsync(this Visitor visitor, Sending? venue = null)
    {
        await visitor.FillAsync(1, Sending.Of());
        await visitor.FillAsync(2, venue ?? Venue);
        await visitor.FillAsync(3, Papers);
        var check = await visitor.FillAsync(4, Promise);
        check.Address.ShouldBe(Item + "/check");
        return check;
    }
}
