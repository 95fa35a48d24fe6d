using System.Text;

namespace Approvals.Workflow.Feel.Values;

/// <summary>
/// FEEL's range (DMN 1.5 §10.3.2.7): two ends of one comparable kind, either of them null when the range is open to that
/// side. <paramref name="IsComparison"/> marks one written with an operator, which is another value than the same interval:
/// `(&lt; 10)`, and with both ends alike `(= 10)`, and, both excluded, `(!= 10)`.
/// </summary>
public sealed record FeelRange(
    FeelValue Start,
    bool StartIncluded,
    FeelValue End,
    bool EndIncluded,
    bool IsComparison = false
)
{
    /// <summary>All values but one.</summary>
    public bool IsExclusion => IsComparison && !StartIncluded && !EndIncluded && !Start.IsNull && !End.IsNull;

    public override string ToString()
    {
        var text = new StringBuilder();
        FeelText.Append(text, FeelValue.From(this), literal: true, int.MaxValue);
        return text.ToString();
    }
}
