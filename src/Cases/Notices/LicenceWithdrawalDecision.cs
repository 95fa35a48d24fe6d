namespace Approvals.Cases.Notices;

/// <summary>证照撤销、注销决定书 (行政许可法 arts. 69, 70): which licence, every reason, from when, and the remedies.</summary>
public static class LicenceWithdrawalDecision
{
    public static NoticeText Build(
        NoticeFrame frame,
        LicenceTerms licence,
        LicenceEnding ending,
        IReadOnlyList<string> reasons,
        string remedies
    )
    {
        var (word, article) = ending == LicenceEnding.Revoked ? ("撤销", "六十九") : ("注销", "七十");
        return frame.Text(
            $"证照{word}决定书",
            [
                $"《{frame.Item.Result.Name}》（{licence.Number}，证照标识 {licence.Identifier}），依照《中华人民共和国行政许可法》第{article}条，决定予以{word}。理由如下：",
            ],
            reasons,
            ["该证照自本决定作出之日起不再有效，核验时显示“已" + word + "”。", remedies, frame.Enquiry]
        );
    }
}
