using Approvals.Server.Texts;

namespace Approvals.Server.Pages.Operate;

/// <summary>How long something has stood, in the largest unit that fits: 12 天, 3 小时, 5 分钟.</summary>
internal static class Spans
{
    public static string Of(ITexts texts, TimeSpan span) =>
        span.TotalDays >= 1 ? texts["operate.days", ("count", (int)span.TotalDays)].Plain
        : span.TotalHours >= 1 ? texts["operate.hours", ("count", (int)span.TotalHours)].Plain
        : texts["operate.minutes", ("count", (int)span.TotalMinutes)].Plain;
}
