using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Approvals.Workflow.Execution.Explanation;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Tests.Execution;

/// <summary>One line per reason; keys count from the instance's. The JSON has to say the same tokens.</summary>
internal static partial class ExplanationText
{
    public static string Of(WaitingExplanation explanation, long instanceKey)
    {
        using var document = JsonDocument.Parse(explanation.ToJson());
        document.RootElement.GetProperty("tokens").GetArrayLength().ShouldBe(explanation.Tokens.Length);
        var text = new StringBuilder();
        foreach (var token in explanation.Tokens)
        {
            var since = token.Since is { } key ? $"#{key - instanceKey}" : "-";
            foreach (var reason in token.Reasons)
            {
                Line(text, $"{token.ElementId} {since}", reason, instanceKey);
            }
        }

        foreach (var reason in explanation.Events)
        {
            Line(text, "process", reason, instanceKey);
        }

        return text.ToString();
    }

    private static void Line(StringBuilder text, string who, WaitReason reason, long instanceKey)
    {
        var parameters = Keys()
            .Replace(
                FeelValue.From(reason.Parameters).ToString(),
                match => $"#{long.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) - instanceKey}"
            );
        var moves = string.Join(' ', reason.Moves);
        text.Append($"{who} {reason.Code} {parameters} {moves}".TrimEnd()).Append('\n');
    }

    [GeneratedRegex("\"([0-9]{8,})\"", RegexOptions.None, 1000)]
    private static partial Regex Keys();
}
