namespace Approvals.Cases.Notices;

/// <summary>撤销行政许可决定书 (行政许可法 art. 69): every reason, what becomes of the licence, and the remedies.</summary>
public static class RevocationDecision
{
    public static NoticeText Build(
        NoticeFrame frame,
        LicenceTerms? licence,
        IReadOnlyList<string> reasons,
        string remedies
    )
    {
        var closing = new List<string>();
        if (licence is not null)
        {
            closing.Add($"《{frame.Item.Result.Name}》（{licence.Number}）自本决定作出之日起无效。");
        }

        closing.Add(remedies);
        closing.Add(frame.Enquiry);
        return frame.Text(
            $"撤销{frame.Item.PowerType}决定书",
            [
                $"{frame.Application}已按告知承诺方式准予。经核查，未达到承诺的条件。依照《中华人民共和国行政许可法》第六十九条，决定予以撤销。理由如下：",
            ],
            reasons,
            closing
        );
    }
}
