using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Forms.Validation;

/// <summary>Ticked boxes and chosen options; only what was offered can be chosen.</summary>
internal static class ChoiceJudge
{
    public static Judgement Judge(CheckboxField field, IReadOnlyList<string> posted)
    {
        if (posted.Count > 1)
        {
            return Judgement.Wrong(field, FormErrors.Several);
        }

        return (posted.Count == 0 ? "" : posted[0]) switch
        {
            "true" or "on" or "1" => Judgement.Of(FeelValue.True),
            "" or "false" when field.Required => Judgement.Wrong(field, FormErrors.MustAgree),
            "" or "false" => Judgement.Of(FeelValue.False),
            _ => Judgement.Wrong(field, FormErrors.Choice),
        };
    }

    public static Judgement Judge(ChoiceField field, IReadOnlyList<string> posted)
    {
        var chosen = posted.Where(p => p.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (chosen.Count == 0)
        {
            return Judgement.Empty;
        }

        if (chosen.Exists(c => !field.Options.Any(o => o.Token == c)))
        {
            return Judgement.Wrong(field, FormErrors.Choice);
        }

        if (!field.Several && chosen.Count > 1)
        {
            return Judgement.Wrong(field, FormErrors.Several);
        }

        var values = field.Options.Where(o => chosen.Contains(o.Token)).Select(o => o.Value).ToList();
        return Judgement.Of(field.Several ? FeelValue.From(values) : values[0]);
    }
}
