using Approvals.Cases;
using Approvals.Cases.Clocks;
using Approvals.Server.Components.Light;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Texts;

namespace Approvals.Server.Components.CaseFactsStatus;

/// <summary>现在怎样: the light, the one date that matters, and what happens next.</summary>
/// <param name="Light">Null when no clock runs.</param>
/// <param name="Headline">最迟 10 月 14 日（周三）出结果</param>
/// <param name="Words">还剩 2 个工作日。正在由卫生健康委员会审查，您现在不用跑一趟。</param>
public sealed record CaseStatusView(LightState? Light, Text Headline, Text Words, params IReadOnlyList<Link> Actions)
{
    public static CaseStatusView Of(ITexts texts, CaseFacts facts, params IReadOnlyList<Link> actions)
    {
        var row = facts.Row;
        return new CaseStatusView(
            LightOf(facts.Light, row.Stage),
            row.Stage switch
            {
                CaseStage.Submitted or CaseStage.Reviewing or CaseStage.Deciding => Promise(texts, facts),
                _ => texts["status.headline." + KeyOf(row)],
            },
            row.Stage switch
            {
                CaseStage.Submitted or CaseStage.Reviewing or CaseStage.Deciding => Left(texts, facts),
                CaseStage.CorrectingForAcceptance or CaseStage.CorrectingForReview => texts[
                    "status.words.correcting",
                    ("days", facts.Clock?.LeftDays ?? 0)
                ],
                CaseStage.Closed => Taken(texts, facts),
                _ => texts["status.words." + KeyOf(row)],
            },
            actions
        );
    }

    /// <summary>The light as lists show it; null when no clock runs and none was overdue.</summary>
    public static LightState? LightOf(Approvals.Cases.Clocks.Light light, CaseStage stage) =>
        light switch
        {
            Approvals.Cases.Clocks.Light.Late => LightState.Late,
            Approvals.Cases.Clocks.Light.None => null,
            _ when !stage.IsUndecided() => null,
            Approvals.Cases.Clocks.Light.Paused => LightState.Paused,
            Approvals.Cases.Clocks.Light.Soon => LightState.Soon,
            _ => LightState.Normal,
        };

    private static string KeyOf(Approvals.Cases.Rows.CaseRow row) =>
        row.Stage switch
        {
            CaseStage.CorrectingForAcceptance or CaseStage.CorrectingForReview => "correcting",
            CaseStage.Closed => "closed-" + row.Result,
            var stage => stage.ToString(),
        };

    private static Text Promise(ITexts texts, CaseFacts facts)
    {
        if (facts.Clock is not { } clock)
        {
            return texts["status.headline." + facts.Row.Stage];
        }

        var id =
            (facts.Light == Approvals.Cases.Clocks.Light.Late ? "status.headline.late-" : "status.headline.due-")
            + clock.Id;
        return texts[
            id + (clock.IsProvisional ? "-provisional" : ""),
            ("day", texts.DayWithWeekday(clock.DueDay).TimeElement(clock.DueDay))
        ];
    }

    private static Text Left(ITexts texts, CaseFacts facts)
    {
        var step = facts.Process.Steps.Values.FirstOrDefault(each =>
            each.Progress == Approvals.Workflow.Diagram.Progress.Now
        );
        var where = (("unit", (object?)facts.Unit.Name), ("step", (object?)(step?.Name ?? facts.Row.Step)));
        if (facts.Light == Approvals.Cases.Clocks.Light.Late || facts.Clock is not { } clock)
        {
            return texts["status.words.late", where.Item1, where.Item2];
        }

        return clock.LeftDays == 0
            ? texts["status.words.last-day", where.Item1, where.Item2]
            : texts["status.words.running", ("days", clock.LeftDays), where.Item1, where.Item2];
    }

    private static Text Taken(ITexts texts, CaseFacts facts) =>
        facts.Row is { TakenUpAt: { } taken, DecidedAt: { } decided } && facts.Row.CaseType.IsOnTheSpot()
            ? texts[
                "status.words.closed-minutes",
                ("day", texts.Day(Approvals.Kernel.Calendar.CivilTime.DateOf(facts.Row.ClosedAt!.Value)).Plain),
                ("minutes", Math.Max(1, (int)Math.Round((decided - taken).TotalMinutes)))
            ]
        : facts.Clock is { Id: Approvals.Cases.Handling.CaseClocks.Promised } clock
            ? texts[
                "status.words.closed",
                ("day", texts.Day(Approvals.Kernel.Calendar.CivilTime.DateOf(facts.Row.ClosedAt!.Value)).Plain),
                ("used", clock.UsedDays),
                ("promised", clock.LimitDays)
            ]
        : texts[
            "status.words.closed-plain",
            ("day", texts.Day(Approvals.Kernel.Calendar.CivilTime.DateOf(facts.Row.ClosedAt!.Value)).Plain)
        ];
}
