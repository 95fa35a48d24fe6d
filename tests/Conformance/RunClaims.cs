using System.Globalization;
using System.Text.Json;

namespace Approvals.Conformance.Tests;

/// <summary>Compares a run with the claims about it; gives every claim that doesn't hold.</summary>
internal sealed class RunClaims(Run run, Expectation expectation)
{
    /// <summary>Elements that wait because something inside of them does.</summary>
    private static readonly HashSet<string> Containers = new(StringComparer.Ordinal)
    {
        "subProcess",
        "transaction",
        "adHocSubProcess",
        "callActivity",
        "process",
    };

    private readonly IReadOnlySet<string> exceptions = expectation.Exceptions;

    public IEnumerable<string> Broken()
    {
        if (!expectation.Claims.Any(claim => claim.Key == "exit") && run.ExitCode != 0)
        {
            yield return $"exit code {run.ExitCode}: {run.Errors}";
            yield break;
        }

        foreach (var (key, value) in expectation.Claims)
        {
            if (Check(key, value) is { } broken)
            {
                yield return $"{key}: {broken}";
            }
        }
    }

    private string? Check(string key, string value) =>
        key switch
        {
            "except" => null,
            "exit" => Same(value, run.ExitCode.ToString(CultureInfo.InvariantCulture)),
            "errors" => run.Errors.Contains(value, StringComparison.OrdinalIgnoreCase)
                ? null
                : $"'{value}' is not in: {run.Errors}",
            "state" => Same(value, run.State ?? "none"),
            "variables" => CompareVariables(value),
            "trace" => Same(value.Trim(), string.Join('\n', Lines())),
            "waiting" => CompareWaiting(value),
            "activated" or "completed" or "terminated" or "taken" or "incident" => Order.Compare(value, Labels(key)),
            "never" => Words(value).FirstOrDefault(word => run.Events.Exists(each => each.Element == word)) is { } seen
                ? $"{seen} was seen"
                : null,
            "before" => CompareBefore(value),
            _ when key.StartsWith("includes ", StringComparison.Ordinal) => Missing(value, Labels(key[9..])),
            _ when key.StartsWith("not ", StringComparison.Ordinal) => Words(value)
                .FirstOrDefault(Labels(key[4..]).Contains)
                is { } unwanted
                ? $"{unwanted} was seen"
                : null,
            _ => throw new FormatException($"'{key}:' is no claim about a run."),
        };

    private IEnumerable<TraceEvent> Shown =>
        run.Events.Where(each => each.Type != "process" && !exceptions.Contains(each.Element));

    private IEnumerable<string> Lines() =>
        Shown.Where(each => each.Name != "waiting").Select(each => each.Name + " " + each.Label);

    private List<string> Labels(string name) =>
        [.. Shown.Where(each => each.Name == name).Select(each => name == "incident" ? each.Element : each.Label)];

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string? Same(string expected, string actual) =>
        expected == actual ? null : $"expected\n{expected}\nbut got\n{actual}";

    private static string? Missing(string value, List<string> labels)
    {
        foreach (var group in Words(value).GroupBy(word => word, StringComparer.Ordinal))
        {
            if (labels.Count(label => label == group.Key) < group.Count())
            {
                return $"{group.Key} is not in {string.Join(' ', labels)} ({group.Count()} times)";
            }
        }

        return null;
    }

    /// <summary>The waiting elements in any order; what waits only for its inside counts where it is named.</summary>
    private string? CompareWaiting(string value)
    {
        var expected = Words(value).Order(StringComparer.Ordinal).ToList();
        var actual = Shown
            .Where(each => each.Name == "waiting")
            .Where(each => expected.Contains(each.Label) || !(Containers.Contains(each.Type) || each.IsBody))
            .Select(each => each.Label)
            .Order(StringComparer.Ordinal);
        return Same(string.Join(' ', expected), string.Join(' ', actual));
    }

    /// <summary><c>completed a, activated b</c>: the first of the one stands before the first of the other.</summary>
    private string? CompareBefore(string value)
    {
        var lines = Lines().ToList();
        var parts = value.Split(',', StringSplitOptions.TrimEntries);
        var first = lines.IndexOf(parts[0]);
        var second = lines.IndexOf(parts[1]);
        return first >= 0 && second > first ? null : $"'{parts[0]}' is line {first}, '{parts[1]}' is line {second}";
    }

    /// <summary>Every named variable has its value; null is a variable that may be missing.</summary>
    private string? CompareVariables(string value)
    {
        using var expected = JsonDocument.Parse(value);
        foreach (var variable in expected.RootElement.EnumerateObject())
        {
            var found =
                run.Variables.ValueKind == JsonValueKind.Object
                && run.Variables.TryGetProperty(variable.Name, out var actual)
                    ? actual
                    : default;
            var holds =
                variable.Value.ValueKind == JsonValueKind.Null
                    ? found.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined
                    : found.ValueKind != JsonValueKind.Undefined && JsonElement.DeepEquals(variable.Value, found);
            if (!holds)
            {
                return $"{variable.Name} is {(found.ValueKind == JsonValueKind.Undefined ? "missing" : found)}, not {variable.Value}";
            }
        }

        return null;
    }
}
