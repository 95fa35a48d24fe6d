using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Dmn.Boxed;

/// <summary>One more name in front of a scope. A chain of them never changes, so a function can keep the one it was made in.</summary>
internal sealed class NameScope(IFeelScope outer, string name, FeelValue value) : IFeelScope
{
    private FeelValue value = value;

    /// <summary>Lets a function see itself; only between its making and its first use.</summary>
    public void Bind(FeelValue self) => value = self;

    public bool TryGetValue(string name, out FeelValue value)
    {
        IFeelScope at = this;
        while (at is NameScope named)
        {
            if (named.Name == name)
            {
                value = named.value;
                return true;
            }

            at = named.Outer;
        }

        return at.TryGetValue(name, out value);
    }

    private string Name { get; } = name;
    private IFeelScope Outer { get; } = outer;
}

/// <summary>The names an element may use, with their values.</summary>
internal sealed class Frame(string[] names, FeelValue[] values) : IFeelScope
{
    public static Frame Empty { get; } = new([], []);

    public bool TryGetValue(string name, out FeelValue value)
    {
        for (var i = 0; i < names.Length; i++)
        {
            if (names[i] == name)
            {
                value = values[i];
                return true;
            }
        }

        value = default;
        return false;
    }
}

/// <summary>Behind the names of the requirements, whatever was given to the evaluation.</summary>
internal sealed class GivenScope(IFeelScope required, IFeelScope given) : IFeelScope
{
    public bool TryGetValue(string name, out FeelValue value) =>
        required.TryGetValue(name, out value) || given.TryGetValue(name, out value);
}

/// <summary>A scope with the input `?` of unary tests in front.</summary>
internal sealed class InputScope(IFeelScope outer) : IFeelScope
{
    public FeelValue Input { get; set; }

    public bool TryGetValue(string name, out FeelValue value)
    {
        if (name == "?")
        {
            value = Input;
            return true;
        }

        return outer.TryGetValue(name, out value);
    }
}

/// <summary>Inside a filter: the fields of the item, and `item` itself (DMN 1.5 §10.3.2.5).</summary>
internal sealed class ItemScope(IFeelScope outer) : IFeelScope
{
    public FeelValue Item { get; set; }

    public bool TryGetValue(string name, out FeelValue value)
    {
        if (Item.Kind == FeelKind.Context && Item.AsContext().TryGetValue(name, out value))
        {
            return true;
        }

        if (name == "item")
        {
            value = Item;
            return true;
        }

        return outer.TryGetValue(name, out value);
    }
}
