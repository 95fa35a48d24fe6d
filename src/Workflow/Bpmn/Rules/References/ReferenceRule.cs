using System.Collections.Frozen;
using Approvals.Workflow.Bpmn.Xml;
using Approvals.Workflow.Bpmn.Xml.Schema;

namespace Approvals.Workflow.Bpmn.Rules.References;

/// <summary>
/// References of one family lead to an element of the right kind. The table has one reference a line: <c>type @attribute : types</c>, or
/// <c>type child : types</c> where the reference is the text of a child element; types are named as <c>BpmnSchema.IsA</c> takes them and
/// stand for those derived from them. <c>element</c> is any element; after <c>~</c>, a reference may leave the file for any namespace.
/// </summary>
internal abstract class ReferenceRule : BpmnRule
{
    private readonly FrozenDictionary<string, Entry[]> byElement;

    private protected ReferenceRule(string id, string clause, string sentence, string table)
        : base(id, clause, sentence)
    {
        var entries = table
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(Entry.Parse)
            .ToList();
        byElement = BpmnSchema.ElementNames.ToFrozenDictionary(
            name => name,
            name => entries.Where(entry => BpmnSchema.IsA(name, entry.Element)).ToArray(),
            StringComparer.Ordinal
        );
    }

    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.Nodes)
        {
            foreach (var entry in byElement.GetValueOrDefault(node.Name, []))
            {
                if (entry.IsAttribute)
                {
                    if (node[entry.Name] is { } reference)
                    {
                        Check(subject, node, node, entry, reference);
                    }

                    continue;
                }

                foreach (var child in node.All(BpmnNames.Bpmn, entry.Name))
                {
                    Check(subject, node, child, entry, child.Text);
                }
            }
        }
    }

    /// <summary>More that a found target must fulfil; null when all is right.</summary>
    private protected virtual string? Complaint(BpmnNode node, BpmnNode target) => null;

    private void Check(RuleSubject subject, BpmnNode node, BpmnNode at, Entry entry, string reference)
    {
        if (reference.AsSpan().Trim().IsEmpty)
        {
            return;
        }

        if (subject.Find(reference) is not { } target)
        {
            if (!subject.IsElsewhere(at, reference, entry.AnyNamespace))
            {
                Report(subject, at, $"{entry.Name} '{reference.Trim()}' names nothing in this file.");
            }
        }
        else if (!entry.Types.Any(type => type == "element" || RuleSubject.IsA(target, type)))
        {
            Report(subject, at, $"{entry.Name} '{reference.Trim()}' names a <{target.Name}>, not a {entry.Described}.");
        }
        else if (Complaint(node, target) is { } complaint)
        {
            Report(subject, at, $"{entry.Name} '{reference.Trim()}' {complaint}");
        }
    }

    private sealed record Entry(string Element, string Name, bool IsAttribute, bool AnyNamespace, string[] Types)
    {
        public string Described =>
            Types.Length > 3 && Types.Contains("dataObject")
                ? "piece of data"
                : string.Join(" or ", Types.Select(type => $"<{type}>"));

        public static Entry Parse(string line)
        {
            var halves = line.Split(" : ");
            var head = halves[0].Split(' ');
            var types = halves[1].Split(' ');
            return new(
                head[0],
                head[1].TrimStart('@'),
                head[1].StartsWith('@'),
                types[0] == "~",
                types[0] == "~" ? types[1..] : types
            );
        }
    }
}
