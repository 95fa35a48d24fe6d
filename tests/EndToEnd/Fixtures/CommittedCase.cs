namespace Approvals.EndToEnd.Tests.Fixtures;

/// <summary>承诺件 as a designer draws it with the platform's own steps. The first drawing errs: it waits for all of several of which only one comes.</summary>
public static class CommittedCase
{
    /// <summary>The gateway before acceptance, wrongly a parallel one at first.</summary>
    public const string Again = "again";

    /// <summary>The correction before acceptance, under an id of its own.</summary>
    public const string Correction = "correct_once";

    public static async Task DrawAsync(DrawingBoard board)
    {
        await board.EmptyAsync();
        await AcceptAsync(board);
        await ReviewAsync(board);
        await DecideAsync(board);
        await SignAsync(board);
        await CorrectAsync(board);
        await ReviewAgainAsync(board);
        await ExtendAsync(board);
        await EndOtherwiseAsync(board);
        await DeemAsync(board);
        await TakeOverAsync(board);
        await ClocksAsync(board);
        await board.SavedAsync();
    }

    private static async Task AcceptAsync(DrawingBoard board)
    {
        await board.StartAsync("submitted", "取号");
        await board.ThenPlainAsync("gateway", Again);
        await board.BecomeAsync("replace-with-parallel-gateway");
        await board.ThenAsync("accept", "accept", "受理");
        await board.Properties.OutcomesAsync(
            "acceptOutcome",
            ("accept", "受理"),
            ("correct", "一次性补正"),
            ("return", "退回"),
            ("reject", "不予受理")
        );
        await board.ThenPlainAsync("gateway", "accept_outcome");
        await board.ThenAsync("case.accept-notice", "accept_notice", "受理通知");
        await board.WhenAsync("accept_outcome", "accept_notice", "acceptOutcome = \"accept\"");
    }

    private static async Task ReviewAsync(DrawingBoard board)
    {
        await board.PickAsync("accept_notice");
        await board.ThenAsync("review", "review", "审查");
        await board.Properties.OutcomesAsync(
            "reviewOutcome",
            ("pass", "通过，转决定"),
            ("correct", "一次性补正"),
            ("special", "特别程序"),
            ("extend", "申请延期"),
            ("oppose", "建议不予许可")
        );
        await board.ThenPlainAsync("gateway", "review_outcome");
    }

    private static async Task DecideAsync(DrawingBoard board)
    {
        await board.ThenAsync("decide", "decide", "决定");
        await board.WhenAsync("review_outcome", "decide", "reviewOutcome = \"pass\" or reviewOutcome = \"oppose\"");
        await board.PickAsync("decide");
        await board.Properties.OutcomesAsync("decideOutcome", ("approve", "准予许可"), ("refuse", "不予许可"));
        await board.Properties.SeparateFromAsync("review");
        await board.Properties.ReturnToAsync("review", "退回审查");
        await board.ThenPlainAsync("gateway", "decide_outcome");
    }

    /// <summary>The licence is drafted, signed by everybody concerned within five days, and sealed.</summary>
    private static async Task SignAsync(DrawingBoard board)
    {
        await board.ThenAsync("licence.draft", "draft", "拟证");
        await board.WhenAsync("decide_outcome", "draft", "decideOutcome = \"approve\"");
        await board.PickAsync("draft");
        await board.ThenAsync("sign", "sign", "签名");
        await board.BecomeAsync("toggle-sequential-mi");
        await board.Properties.ForEachAsync("if signers = null then [] else signers", "signer");
        await board.ThenAsync("licence.issue", "issue", "制证");
        await board.ThenAsync("case.deliver", "deliver", "送达");
        await board.ThenPlainAsync("end-event", "completed", "办结");
        await board.AttachAsync("sign", "replace-with-timer-boundary", "sign_expired", "五日未签");
        await board.Properties.AfterAsync("P5D");
        await board.ConnectAsync("sign_expired", "issue");
    }

    private static async Task CorrectAsync(DrawingBoard board)
    {
        await board.PickAsync("accept_outcome");
        await board.ThenAsync("case.correction-notice", "correction_notice", "补正告知");
        await board.WhenAsync("accept_outcome", "correction_notice", "acceptOutcome = \"correct\"");
        await board.PickAsync("correction_notice");
        await board.ThenAsync("applicant", Correction, "一次性补正");
        await board.ConnectAsync(Correction, Again);
    }

    private static async Task ReviewAgainAsync(DrawingBoard board)
    {
        await board.PickAsync("review_outcome");
        await board.ThenAsync("case.correction-notice", "supplement_notice", "补正告知");
        await board.WhenAsync("review_outcome", "supplement_notice", "reviewOutcome = \"correct\"");
        await board.PickAsync("supplement_notice");
        await board.ThenAsync("applicant", "supplement", "审查补正");
        await board.ConnectAsync("supplement", "review");
        await board.PickAsync("review_outcome");
        await board.ThenAsync("case.special-notice", "special_notice", "特别程序告知");
        await board.WhenAsync("review_outcome", "special_notice", "reviewOutcome = \"special\"");
        await board.PickAsync("special_notice");
        await board.ThenAsync("special", "special", "特别程序");
        await board.ConnectAsync("special", "review");
    }

    /// <summary>情况复杂的，经批准延长期限.</summary>
    private static async Task ExtendAsync(DrawingBoard board)
    {
        await board.PickAsync("review_outcome");
        await board.ThenAsync("extend", "extend", "延期审批");
        await board.WhenAsync("review_outcome", "extend", "reviewOutcome = \"extend\"");
        await board.PickAsync("extend");
        await board.Properties.OutcomesAsync("extendOutcome", ("grant", "准予延期"), ("deny", "不予延期"));
        await board.Properties.SeparateFromAsync("review");
        await board.ThenPlainAsync("gateway", "extend_outcome");
        await board.ThenAsync("case.extension-notice", "extension_notice", "延期告知");
        await board.WhenAsync("extend_outcome", "extension_notice", "extendOutcome = \"grant\"");
        await board.ConnectAsync("extension_notice", "review");
        await board.ConnectAsync("extend_outcome", "review");
        await board.WhenAsync("extend_outcome", "review", "extendOutcome = \"deny\"");
    }

    private static async Task EndOtherwiseAsync(DrawingBoard board)
    {
        await board.PickAsync("accept_outcome");
        await board.ThenAsync("case.decline", "decline", "不予受理通知");
        await board.WhenAsync("accept_outcome", "decline", "acceptOutcome = \"reject\"");
        await board.PickAsync("decline");
        await board.ThenPlainAsync("end-event", "declined", "不予受理");
        await board.PickAsync("accept_outcome");
        await board.ThenPlainAsync("end-event", "returned", "转为退回件");
        await board.WhenAsync("accept_outcome", "returned", "acceptOutcome = \"return\"");
        await board.PickAsync("decide_outcome");
        await board.ThenAsync("case.refuse", "refuse", "不予许可文书");
        await board.WhenAsync("decide_outcome", "refuse", "decideOutcome = \"refuse\"");
        await board.PickAsync("refuse");
        await board.ThenPlainAsync("end-event", "refused", "不予许可");
    }

    /// <summary>五日未告知的，自收到之日起视为受理.</summary>
    private static async Task DeemAsync(DrawingBoard board)
    {
        await board.AttachAsync("accept", "replace-with-message-boundary", "acceptance_expired", "五日未告知");
        await board.Properties.MessageAsync("case.acceptance-expired", "caseKey");
        await board.ThenAsync("case.deem-accepted", "deem", "视为受理");
        await board.ConnectAsync("deem", "accept_notice");
    }

    /// <summary>A case of another type goes on here, before acceptance or after it.</summary>
    private static async Task TakeOverAsync(DrawingBoard board)
    {
        await board.StartAsync("taken_over", "接续办理", 40);
        await board.BecomeAsync("replace-with-message-start");
        await board.Properties.MessageAsync("case.taken-over");
        await board.ThenAsync("case.change-notice", "change_notice", "类型变更告知");
        await board.ThenPlainAsync("gateway", "entry_step");
        await board.ConnectAsync("entry_step", Again);
        await board.WhenAsync("entry_step", Again, "entry = \"accept\"");
        await board.ConnectAsync("entry_step", "review");
        await board.WhenAsync("entry_step", "review", "entry = \"review\"");
    }

    private static async Task ClocksAsync(DrawingBoard board)
    {
        (string, string)[] running =
        [
            ("startOn", $"accept_notice {board.Flow("entry_step", "review")}"),
            ("startDay", "if entry = \"review\" then handedFrom else receivedOn"),
            ("stopOn", "draft refuse"),
            ("pauseOn", "supplement special"),
            ("extendOn", "extension_notice"),
            ("extendBy", "extensionDays"),
            ("earlierPauses", "if entry = \"review\" then pauses else null"),
            ("remindBefore", "3"),
            ("legalBasis", "行政许可法第四十二条、第四十五条"),
        ];
        await board.ProcessAsync();
        await board.Properties.ClockAsync(
            0,
            ("name", "受理期限"),
            ("id", "acceptance"),
            ("limit", "5"),
            ("startOn", $"submitted {board.Flow("entry_step", Again)}"),
            ("startDay", "handedFrom"),
            ("stopOn", "accept_notice decline returned"),
            ("pauseOn", Correction),
            ("earlierPauses", "pauses"),
            ("remindBefore", "1"),
            ("legalBasis", "行政许可法第三十二条")
        );
        await board.Properties.ClockAsync(
            1,
            [("name", "承诺时限"), ("id", "promised"), ("limit", "promisedDays"), .. running]
        );
        await board.Properties.ClockAsync(
            2,
            [("name", "法定时限"), ("id", "legal"), ("limit", "legalDays"), .. running]
        );
    }
}
