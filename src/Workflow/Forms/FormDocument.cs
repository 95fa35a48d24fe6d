using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Forms;

/// <summary>Answers as a context: reading by a field's key, laying the answers of one page over those of others.</summary>
public static class FormDocument
{
    /// <summary>The value under a key, whose dots lead into contexts; null when any part of the way is missing.</summary>
    public static FeelValue At(FeelContext document, string key)
    {
        var value = FeelValue.From(document);
        foreach (var name in key.Split('.'))
        {
            if (value.Kind is not FeelKind.Context || !value.AsContext().TryGetValue(name, out value))
            {
                return FeelValue.Null;
            }
        }

        return value;
    }

    /// <summary>What <paramref name="now"/> says goes before what was said; contexts are laid over each other inside.</summary>
    public static FeelContext Merge(FeelContext before, FeelContext now)
    {
        var merged = new FeelContext.Builder();
        foreach (var (name, value) in before)
        {
            merged.Set(name, value);
        }

        foreach (var (name, value) in now)
        {
            var old = At(before, name);
            var inside = value.Kind is FeelKind.Context && old.Kind is FeelKind.Context;
            merged.Set(name, inside ? FeelValue.From(Merge(old.AsContext(), value.AsContext())) : value);
        }

        return merged.Build();
    }
}
