using System.Security;
using System.Text;

namespace Approvals.Workflow.Tests.Dmn;

/// <summary>
/// A model with one decision `d`, a table, from a short text: policy (`U`, `C+` …), inputs `expression:type{values}` and
/// outputs `name:type{values}=default` separated by ` & `, rules `test & test -> value & value @ annotation` separated by ` ;; `.
/// Inputs that are plain names are declared as input data of their type.
/// </summary>
internal static class TableText
{
    public static string Model(string policy, string inputs, string outputs, string rules, string extra = "")
    {
        var xml = new StringBuilder();
        var columns = inputs.Length == 0 ? [] : inputs.Split(" & ").Select(Column.Parse).ToList();
        var names = columns.Where(column => column.Name.All(c => char.IsLetter(c) || c is ' ' or '_')).ToList();
        xml.Append("<definitions xmlns='https://www.omg.org/spec/DMN/20230324/MODEL/' namespace='t' name='t' id='t'>");
        xml.Append(extra);
        foreach (var column in names)
        {
            xml.Append(
                $"<inputData id='i_{column.Name}' name='{column.Name}'><variable name='{column.Name}'{column.TypeRef}/></inputData>"
            );
        }

        xml.Append("<decision id='d' name='d'><variable name='d'/>");
        foreach (var column in names)
        {
            xml.Append($"<informationRequirement><requiredInput href='#i_{column.Name}'/></informationRequirement>");
        }

        xml.Append($"<decisionTable id='table'{Policy(policy)}>");
        foreach (var column in columns)
        {
            xml.Append($"<input><inputExpression{column.TypeRef}>{Text(column.Name)}</inputExpression>");
            xml.Append(
                column.Values is null ? "</input>" : $"<inputValues>{Text(column.Values)}</inputValues></input>"
            );
        }

        foreach (var column in outputs.Split(" & ").Select(Column.Parse))
        {
            xml.Append($"<output name='{column.Name}'{column.TypeRef}>");
            xml.Append(column.Values is null ? "" : $"<outputValues>{Text(column.Values)}</outputValues>");
            xml.Append(
                column.Default is null ? "" : $"<defaultOutputEntry>{Text(column.Default)}</defaultOutputEntry>"
            );
            xml.Append("</output>");
        }

        xml.Append("<annotation name='why'/>");
        foreach (var (rule, index) in rules.Split(" ;; ").Select((rule, index) => (rule, index)))
        {
            var sides = rule.Split("-> ");
            var (values, annotation) = sides[^1].Split(" @ ") is [var left, var right]
                ? (left, right)
                : (sides[^1], "");
            xml.Append($"<rule id='r{index + 1}'>");
            foreach (var test in sides[0].Trim().Length == 0 ? [] : sides[0].Split(" & "))
            {
                xml.Append($"<inputEntry>{Text(test.Trim())}</inputEntry>");
            }

            foreach (var value in values.Split(" & "))
            {
                xml.Append($"<outputEntry>{Text(value.Trim())}</outputEntry>");
            }

            xml.Append($"<annotationEntry>{Text(annotation)}</annotationEntry></rule>");
        }

        return xml.Append("</decisionTable></decision></definitions>").ToString();
    }

    private static string Text(string text) => $"<text>{SecurityElement.Escape(text)}</text>";

    private static string Policy(string policy) =>
        policy switch
        {
            "U" => "",
            "A" => " hitPolicy='ANY'",
            "P" => " hitPolicy='PRIORITY'",
            "F" => " hitPolicy='FIRST'",
            "R" => " hitPolicy='RULE ORDER'",
            "O" => " hitPolicy='OUTPUT ORDER'",
            "C" => " hitPolicy='COLLECT'",
            "C+" => " hitPolicy='COLLECT' aggregation='SUM'",
            "C#" => " hitPolicy='COLLECT' aggregation='COUNT'",
            "C<" => " hitPolicy='COLLECT' aggregation='MIN'",
            "C>" => " hitPolicy='COLLECT' aggregation='MAX'",
            _ => throw new InvalidDataException($"There is no hit policy '{policy}'."),
        };

    private sealed record Column(string Name, string? Type, string? Values, string? Default)
    {
        public string TypeRef => Type is null ? "" : $" typeRef='{Type}'";

        public static Column Parse(string text)
        {
            string? fallback = null;
            string? values = null;
            string? type = null;
            var rest = text.Trim();
            if (rest.LastIndexOf("}=", StringComparison.Ordinal) is var end and > 0)
            {
                (rest, fallback) = (rest[..(end + 1)], rest[(end + 2)..]);
            }
            else if (rest.IndexOf('=') is var equals and > 0 && !rest.Contains('{'))
            {
                (rest, fallback) = (rest[..equals], rest[(equals + 1)..]);
            }

            if (rest.EndsWith('}'))
            {
                var open = rest.IndexOf('{');
                (rest, values) = (rest[..open], rest[(open + 1)..^1]);
            }

            if (rest.Split(':') is [var name, var declared])
            {
                (rest, type) = (name, declared);
            }

            return new Column(rest.Trim(), type, values, fallback);
        }
    }
}
