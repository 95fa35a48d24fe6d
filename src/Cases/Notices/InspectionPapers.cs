using Approvals.Cases.Events;
using Approvals.Kernel.Calendar;

namespace Approvals.Cases.Notices;

/// <summary>联合踏勘通知书 and 联合踏勘记录: called once, recorded once, for all units together.</summary>
public static class InspectionPapers
{
    public static NoticeText Call(NoticeFrame frame, InspectionArranged inspection, Func<string, string> nameOf)
    {
        var on = inspection.On.ToOffset(CivilTime.Offset);
        return frame.Text(
            "联合踏勘通知书",
            [
                $"{frame.Application}，需要现场踏勘。时间：{ChineseDates.Short(CivilTime.DateOf(on))} {on:HH:mm}；地点：{inspection.Place}。由下列单位一次踏勘：",
            ],
            [.. inspection.Units.Select(nameOf)],
            [
                "请安排人员到场配合。踏勘所需时间依照《中华人民共和国行政许可法》第四十五条不计算在办理时限内。",
                frame.Enquiry,
            ]
        );
    }

    public static NoticeText Record(
        NoticeFrame frame,
        InspectionArranged inspection,
        InspectionRecorded recorded,
        Func<string, string> nameOf
    )
    {
        var on = inspection.On.ToOffset(CivilTime.Offset);
        return frame.Text(
            "联合踏勘记录",
            [
                $"{frame.Application}，于 {ChineseDates.Short(CivilTime.DateOf(on))} {on:HH:mm} 在{inspection.Place}联合踏勘。各单位意见如下：",
            ],
            [.. recorded.Findings.Select(found => $"{nameOf(found.Unit)}：{found.Finding}")],
            [
                recorded.Photos.Count > 0
                    ? $"现场照片 {recorded.Photos.Count} 张，随办件存档：{string.Join("、", recorded.Photos.Select(photo => photo.FileName))}。"
                    : "没有拍摄现场照片。",
            ]
        );
    }
}
