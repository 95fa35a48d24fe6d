using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Xml;

namespace Approvals.Workflow.Bpmn.Xml.Schema;

internal enum SimpleKind
{
    Text,
    Id,
    IdReference,
    QName,
    Boolean,
    Integer,
    Int,
    Double,
    Enumeration,
}

/// <summary>A datatype of XML Schema (Part 2) as far as BPMN uses them.</summary>
internal sealed record SimpleType(SimpleKind Kind, ImmutableArray<string> Values)
{
    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789+-.eE");

    public static SimpleType Of(SimpleKind kind) => new(kind, []);

    /// <summary>What the text would have to be, for a sentence; null when it is right.</summary>
    public string? Complaint(BpmnNode node, string text) =>
        Kind switch
        {
            SimpleKind.Text => null,
            SimpleKind.Enumeration => Values.Contains(text) ? null : "one of " + string.Join(", ", Values),
            _ => Complaint(node, text.AsSpan().Trim(" \t\r\n")),
        };

    private string? Complaint(BpmnNode node, ReadOnlySpan<char> text) =>
        Kind switch
        {
            SimpleKind.Boolean => text is "true" or "false" or "1" or "0" ? null : "true or false",
            SimpleKind.Integer => IsInteger(text) ? null : "a whole number",
            SimpleKind.Int => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
                ? null
                : "a whole number of 32 bits",
            SimpleKind.Double => IsDouble(text) ? null : "a number",
            SimpleKind.QName => QNameComplaint(node, text),
            _ => IsNcName(text) ? null : "an XML id (a letter or _, then letters, digits, - _ . and no colon)",
        };

    private static string? QNameComplaint(BpmnNode node, ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(':');
        if (!IsNcName(text[(colon + 1)..]) || (colon >= 0 && !IsNcName(text[..colon])))
        {
            return "a qualified name";
        }

        return colon < 0 || node.LookupNamespace(text[..colon].ToString()) is not null
            ? null
            : $"a qualified name whose prefix is declared; '{text[..colon]}' is not";
    }

    private static bool IsInteger(ReadOnlySpan<char> text)
    {
        var digits = text.Length > 0 && text[0] is '+' or '-' ? text[1..] : text;
        return digits.Length > 0 && !digits.ContainsAnyExceptInRange('0', '9');
    }

    private static bool IsDouble(ReadOnlySpan<char> text) =>
        text is "INF" or "-INF" or "NaN"
        || (
            text.Length > 0
            && !text.ContainsAnyExcept(OfNumbers)
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
        );

    private static bool IsNcName(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !XmlConvert.IsStartNCNameChar(text[0]))
        {
            return false;
        }

        foreach (var each in text)
        {
            if (!XmlConvert.IsNCNameChar(each))
            {
                return false;
            }
        }

        return true;
    }
}
