using Approvals.Cases.Events;

namespace Approvals.Cases.Notices;

/// <summary>联审联办会议纪要: what was said, and how each unit voted.</summary>
public static class MeetingMinutes
{
    public static NoticeText Build(NoticeFrame frame, MeetingRecorded meeting, Func<string, string> nameOf) =>
        frame.Text(
            "联审联办会议纪要",
            [
                $"{frame.Application}，于 {ChineseDates.Short(meeting.HeldOn)}召开联审联办会议。纪要：{meeting.Minutes}",
                "各单位表决如下：",
            ],
            [.. meeting.Votes.Select(vote => $"{nameOf(vote.Unit)}：{Words(vote.Vote)}")],
            [
                $"同意 {Count(meeting, Vote.For)} 票，不同意 {Count(meeting, Vote.Against)} 票，弃权 {Count(meeting, Vote.Abstained)} 票。",
            ]
        );

    private static int Count(MeetingRecorded meeting, Vote vote) => meeting.Votes.Count(each => each.Vote == vote);

    private static string Words(Vote vote) =>
        vote switch
        {
            Vote.For => "同意",
            Vote.Against => "不同意",
            _ => "弃权",
        };
}
