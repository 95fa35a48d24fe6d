using System.Globalization;

namespace Approvals.Cases;

/// <summary>文号: unit's prefix, kind, year and sequence, like 卫证字〔2026〕第 0071 号. Each unit, kind and year counts from 1.</summary>
public static class DocumentNumber
{
    public static string Of(string prefix, NoticeKind kind, int year, int sequence) =>
        Compose(prefix, MarkOf(kind), year, sequence);

    /// <summary>The licence that goes with an approval bears the same sequence.</summary>
    public static string OfLicence(string prefix, int year, int sequence) => Compose(prefix, "证", year, sequence);

    /// <summary>The name of the counter: <c>document/health/Acceptance/2026</c>.</summary>
    public static string SeriesOf(string unit, NoticeKind kind, int year) =>
        string.Create(CultureInfo.InvariantCulture, $"document/{unit}/{kind}/{year}");

    /// <summary>The sequence in a number, which stands behind its last blank but one.</summary>
    public static int SequenceOf(string number) =>
        int.Parse(number.Split(' ')[^2], NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Compose(string prefix, string mark, int year, int sequence) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}{mark}字〔{year}〕第 {sequence:D4} 号");

    private static string MarkOf(NoticeKind kind) =>
        kind switch
        {
            NoticeKind.Acceptance => "受",
            NoticeKind.Correction => "补",
            NoticeKind.NonAcceptance => "不受",
            NoticeKind.Approval => "许",
            NoticeKind.Refusal => "不许",
            NoticeKind.Commitment => "诺",
            NoticeKind.Rectification => "改",
            NoticeKind.CheckRecord => "核",
            NoticeKind.Revocation => "撤",
            NoticeKind.SpecialProcedure => "特",
            NoticeKind.Referral => "转",
            NoticeKind.InspectionCall => "踏",
            NoticeKind.InspectionRecord => "踏记",
            NoticeKind.MeetingMinutes => "会",
            NoticeKind.Extension => "延",
            NoticeKind.TypeChange => "变",
            NoticeKind.Return => "退",
            NoticeKind.ReturnReceipt => "退执",
            NoticeKind.Undertaking => "后补",
            NoticeKind.LicenceWithdrawal => "销",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
}
