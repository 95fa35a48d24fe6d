using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace Approvals.Workflow.Bpmn.Xml.Schema;

/// <summary>
/// Reads the notation in which the schemas stand here. One type a line:
/// <c>name abstract mixed open : base | attribute:type! … | element* local=type? …</c>. <c>!</c> is required; <c>? * + {2,}</c> say how
/// often, nothing once; <c>/</c> parts a choice; a group stands for its members; <c>any</c> and <c>other</c> are wildcards. The names
/// of BPMN bear no prefix, those of diagrams <c>bpmndi:</c>, <c>di:</c> and <c>dc:</c>.
/// </summary>
internal sealed class SchemaNotation
{
    private readonly Dictionary<string, SimpleType> simple = new(StringComparer.Ordinal)
    {
        ["string"] = SimpleType.Of(SimpleKind.Text),
        ["ID"] = SimpleType.Of(SimpleKind.Id),
        ["IDREF"] = SimpleType.Of(SimpleKind.IdReference),
        ["QName"] = SimpleType.Of(SimpleKind.QName),
        ["boolean"] = SimpleType.Of(SimpleKind.Boolean),
        ["integer"] = SimpleType.Of(SimpleKind.Integer),
        ["int"] = SimpleType.Of(SimpleKind.Int),
        ["double"] = SimpleType.Of(SimpleKind.Double),
    };
    private readonly Dictionary<string, List<string>> groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> named = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SchemaType> types = new(StringComparer.Ordinal);
    private readonly List<(SchemaType Type, string Attributes, string Content)> unfinished = [];

    public SchemaNotation Simple(string text) =>
        Each(text, (name, values) => simple.Add(name, new(SimpleKind.Enumeration, [.. Words(values)])));

    public SchemaNotation Groups(string text) =>
        Each(
            text,
            (name, members) =>
            {
                groups.TryAdd(name, []);
                groups[name].AddRange(Words(members));
            }
        );

    public SchemaNotation Named(string text) => Each(text, named.Add);

    /// <summary>A type comes after its base.</summary>
    public SchemaNotation Types(string text) => Each(text, AddType);

    public FrozenDictionary<string, SchemaType> Build()
    {
        foreach (var (name, type) in simple)
        {
            types.TryAdd(name, new(name, BpmnNames.Bpmn) { Simple = type });
        }

        foreach (var (type, attributes, content) in unfinished)
        {
            var own = Words(attributes).Select(Attribute).Concat(type.Base?.Attributes.Values.AsEnumerable() ?? []);
            var before =
                type.Base?.Contents
                ??
                [
                    [],
                ];
            var alternatives = content.StartsWith('/') ? content[1..].Split('/') : [content];
            type.Complete(
                own,
                [
                    .. before.SelectMany(first =>
                        alternatives.Select(then => first.AddRange(Words(then).Where(IsElement).Select(Particle)))
                    ),
                ]
            );
        }

        return types.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>An element as the notation writes it; another namespace gives a name that no schema knows.</summary>
    public static string Key(string ns, string name) =>
        ns switch
        {
            BpmnNames.Bpmn => name,
            BpmnNames.BpmnDi => "bpmndi:" + name,
            BpmnNames.Di => "di:" + name,
            BpmnNames.Dc => "dc:" + name,
            _ => ":" + name,
        };

    private void AddType(string head, string rest)
    {
        var words = Words(head);
        var parts = rest.Split('|');
        var name = words[0];
        var basis = parts[0].Trim() is { Length: > 0 } baseName ? types[baseName] : null;
        var type = new SchemaType(name, name.Contains(':', StringComparison.Ordinal) ? BpmnNames.Di : BpmnNames.Bpmn)
        {
            Base = basis,
            IsAbstract = words.Contains("abstract"),
            IsMixed = words.Contains("mixed") || basis?.IsMixed == true,
            IsOpen = words.Contains("open") || basis?.IsOpen == true,
            Wildcard =
                Words(parts[2]).Contains("other*") ? Wildcard.Others
                : Words(parts[2]).Contains("any?") ? Wildcard.AnyOne
                : Wildcard.None,
        };
        types.Add(name, type);
        unfinished.Add((type, parts[1], parts[2].Trim()));
    }

    private SchemaAttribute Attribute(string word)
    {
        var colon = word.IndexOf(':', StringComparison.Ordinal);
        return new(word[..colon], simple[word[(colon + 1)..].TrimEnd('!')], word.EndsWith('!'));
    }

    private Particle Particle(string word)
    {
        var brace = word.IndexOf('{', StringComparison.Ordinal);
        var (least, most) = brace >= 0 ? Bounds(word[(brace + 1)..^1]) : Bounds(word[^1]);
        var name = brace >= 0 ? word[..brace] : word.TrimEnd('?', '*', '+');
        var equals = name.IndexOf('=', StringComparison.Ordinal);
        if (equals > 0)
        {
            var local = name[..equals];
            var of = types[name[(equals + 1)..]];
            return new(local, FrozenDictionary.ToFrozenDictionary([KeyValuePair.Create(local, of)]), least, most);
        }

        var members = Members(name).ToFrozenDictionary(member => member, TypeOf, StringComparer.Ordinal);
        return new(name, members, least, most);
    }

    private IEnumerable<string> Members(string name) =>
        groups.TryGetValue(name, out var members)
            ? members.SelectMany(member => member == name ? [member] : Members(member))
            : [name];

    private SchemaType TypeOf(string element) =>
        types[
            element.Contains(':', StringComparison.Ordinal)
                ? element
                : named.GetValueOrDefault(element, "t" + char.ToUpperInvariant(element[0]) + element[1..])
        ];

    private static bool IsElement(string word) => word is not ("any?" or "other*");

    private static (int Least, int Most) Bounds(char suffix) =>
        suffix switch
        {
            '?' => (0, 1),
            '*' => (0, int.MaxValue),
            '+' => (1, int.MaxValue),
            _ => (1, 1),
        };

    private static (int Least, int Most) Bounds(string range)
    {
        var comma = range.IndexOf(',', StringComparison.Ordinal);
        var most = range[(comma + 1)..];
        return (
            int.Parse(range.AsSpan(0, comma), CultureInfo.InvariantCulture),
            most.Length == 0 ? int.MaxValue : int.Parse(most, CultureInfo.InvariantCulture)
        );
    }

    private SchemaNotation Each(string text, Action<string, string> line)
    {
        foreach (var each in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = each.Split(" : ", 2);
            line(parts[0], parts[1].Trim());
        }

        return this;
    }

    private static string[] Words(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
