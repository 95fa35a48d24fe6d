using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Approvals.Workflow.Bpmn.Xml.Schema;

/// <summary>An attribute that elements of a type may or must have.</summary>
internal sealed record SchemaAttribute(string Name, SimpleType Type, bool IsRequired);

/// <summary>What else than declared elements may stand inside.</summary>
internal enum Wildcard
{
    None,

    /// <summary>At most one element of any namespace.</summary>
    AnyOne,

    /// <summary>Elements of other namespaces than that of the type.</summary>
    Others,
}

/// <summary>
/// One place of a content: which elements may stand there, of which type each is, and how often. Elements are named as
/// <see cref="SchemaNotation.Key"/> says.
/// </summary>
internal sealed record Particle(string Name, FrozenDictionary<string, SchemaType> Elements, int Least, int Most);

/// <summary>
/// A type of the schema: what its elements contain, in which order. A simple type has a <see cref="Simple"/> text and nothing else.
/// </summary>
internal sealed class SchemaType(string name, string targetNamespace)
{
    public string Name { get; } = name;

    /// <summary>Attributes of this namespace are never foreign ones.</summary>
    public string TargetNamespace { get; init; } = targetNamespace;
    public SchemaType? Base { get; init; }
    public SimpleType? Simple { get; init; }
    public bool IsAbstract { get; init; }

    /// <summary>Text may stand between the elements.</summary>
    public bool IsMixed { get; init; }

    /// <summary>Attributes of other namespaces are allowed.</summary>
    public bool IsOpen { get; init; }
    public Wildcard Wildcard { get; init; }
    public FrozenDictionary<string, SchemaAttribute> Attributes { get; private set; } =
        FrozenDictionary<string, SchemaAttribute>.Empty;
    public ImmutableArray<string> RequiredAttributes { get; private set; } = [];

    /// <summary>The possible sequences; more than one where the schema gives a choice.</summary>
    public ImmutableArray<ImmutableArray<Particle>> Contents { get; private set; } =
    [
        [],
    ];

    /// <summary>Called once, when all types are known by name.</summary>
    public void Complete(IEnumerable<SchemaAttribute> attributes, ImmutableArray<ImmutableArray<Particle>> contents)
    {
        Attributes = attributes.ToFrozenDictionary(each => each.Name, StringComparer.Ordinal);
        RequiredAttributes = [.. Attributes.Values.Where(each => each.IsRequired).Select(each => each.Name)];
        Contents = contents;
    }

    public bool IsA(SchemaType other)
    {
        for (var each = this; each is not null; each = each.Base)
        {
            if (each == other)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The sequence that fits the children best.</summary>
    public ImmutableArray<Particle> ContentFor(BpmnNode node)
    {
        if (Contents.Length == 1)
        {
            return Contents[0];
        }

        foreach (var content in Contents)
        {
            var own = content[^1];
            if (node.Children.Any(child => content.Any(each => each.Least > 0 && Has(each, child)) || Has(own, child)))
            {
                return content;
            }
        }

        return Contents.FirstOrDefault(content => content.All(each => each.Least == 0), Contents[0]);
    }

    private static bool Has(Particle particle, BpmnNode child) => particle.Elements.ContainsKey(child.Key);
}
