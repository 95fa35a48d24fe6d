using Approvals.Cases.Catalogue;

namespace Approvals.Cases.Notices;

/// <summary>准予行政许可决定书 (行政许可法 art. 38, 44): what is granted on which articles, and the licence that goes with it.</summary>
public static class ApprovalDecision
{
    public static NoticeText Build(NoticeFrame frame, LicenceTerms? licence)
    {
        var closing = new List<string>();
        if (licence is not null)
        {
            var validity = licence.ValidTo is { } end
                ? $"，有效期 {ChineseDates.Long(licence.ValidFrom)}至 {ChineseDates.Long(end)}"
                : $"，自 {ChineseDates.Long(licence.ValidFrom)}起长期有效";
            closing.Add(
                $"颁发《{frame.Item.Result.Name}》，{licence.Number}{validity}。电子证照与纸质证照具有同等效力。"
            );
        }

        closing.Add(frame.Enquiry);
        return frame.Text(
            $"准予{frame.Item.PowerType}决定书",
            [$"{frame.Application}，经审查，符合法定条件，决定准予{frame.Item.PowerType}。依据如下："],
            [.. CitedLaw.Of(frame.Item.LegalBasis).Select(law => law.Citation)],
            closing
        );
    }
}
