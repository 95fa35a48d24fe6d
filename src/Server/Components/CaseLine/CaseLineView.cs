using System.Globalization;
using Approvals.Cases.Rows;
using Approvals.Kernel.Calendar;
using Approvals.Server.Components.Light;
using Approvals.Server.Texts;

namespace Approvals.Server.Components.CaseLine;

/// <summary>What a list of the staff says about a case's clock: light with its days, last day, used of promised.</summary>
/// <param name="Light">Null when no clock runs.</param>
/// <param name="LightWords">超期 1 天, 今天到期, 临期 2 天, 停表.</param>
/// <param name="Due">10-14, or while the clock stands 续走后 3 天.</param>
/// <param name="Used">5/7</param>
/// <param name="BarLook">Class of the bar: <c>ok</c>, <c>soon</c>, <c>late</c>, <c>pause</c>.</param>
/// <param name="BarWidth">0 to 44, of the bar's 44 units.</param>
public sealed record CaseLineView(
    LightState? Light,
    string LightWords,
    string Due,
    DateOnly? DueDay,
    string Used,
    string BarLook,
    int BarWidth
)
{
    public const int FullBar = 44;

    public static CaseLineView Of(
        ITexts texts,
        CaseRow row,
        Approvals.Cases.Clocks.Light light,
        WorkingCalendar calendar,
        DateTimeOffset now
    )
    {
        if (row.Clock is not { Due: { } due } clock || LightOf(light) is not { } state)
        {
            return new CaseLineView(null, "—", "—", null, "—", "ok", 0);
        }

        var dueDay = CivilTime.DateOf(due.AddMilliseconds(-1));
        var today = CivilTime.DateOf(clock.StoppedAt ?? now);
        var isPaused = clock.StoppedAt is null && clock.PausedSince is not null;
        var over = calendar.CountWorkingDays(dueDay, today);
        var left = isPaused ? clock.LimitDays - clock.UsedDays : calendar.CountWorkingDays(today, dueDay);
        var used =
            isPaused || clock.StoppedAt is not null ? clock.UsedDays
            : over > 0 ? clock.LimitDays + over
            : clock.LimitDays - left;
        return new CaseLineView(
            state,
            WordsOf(texts, state, left, over),
            isPaused
                ? texts["line.after-pause", ("days", Math.Max(0, left))].Plain
                : dueDay.ToString("MM-dd", CultureInfo.InvariantCulture),
            dueDay,
            string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, used)}/{clock.LimitDays}"),
            isPaused ? "pause" : LookOf(state),
            clock.LimitDays == 0 ? 0 : Math.Clamp(FullBar * used / clock.LimitDays, 0, FullBar)
        );
    }

    public static LightState? LightOf(Approvals.Cases.Clocks.Light light) =>
        light switch
        {
            Approvals.Cases.Clocks.Light.Late => LightState.Late,
            Approvals.Cases.Clocks.Light.Soon => LightState.Soon,
            Approvals.Cases.Clocks.Light.Normal => LightState.Normal,
            Approvals.Cases.Clocks.Light.Paused => LightState.Paused,
            _ => null,
        };

    private static string WordsOf(ITexts texts, LightState light, int left, int over) =>
        light switch
        {
            LightState.Late when over > 0 => texts["line.late", ("days", over)].Plain,
            LightState.Late => texts["light.late"].Plain,
            LightState.Paused => texts["light.pause"].Plain,
            _ when left == 0 => texts["line.today"].Plain,
            LightState.Soon => texts["line.soon", ("days", left)].Plain,
            _ => texts["line.ok", ("days", left)].Plain,
        };

    private static string LookOf(LightState light) =>
        light switch
        {
            LightState.Late => "late",
            LightState.Soon => "soon",
            _ => "ok",
        };
}
