using System.Text.Json;
using Approvals.Workflow.Simulation;

namespace Approvals.Conformance.Tests;

/// <summary>One run of a model through the front door, <c>approvals workflow run --trace --json</c>, and what it wrote.</summary>
internal sealed class Run
{
    private Run(int exitCode, string output, string errors)
    {
        ExitCode = exitCode;
        Output = output;
        Errors = errors;
        foreach (var line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            switch (root.GetProperty("event").GetString())
            {
                case "end":
                    State = root.GetProperty("state").GetString();
                    Variables = root.GetProperty("variables").Clone();
                    break;
                case "problem":
                    Problems.Add(Text(root, "element"));
                    break;
                case var name:
                    Events.Add(
                        new(
                            name!,
                            Text(root, "element"),
                            Text(root, "type"),
                            root.TryGetProperty("body", out var body) && body.GetBoolean()
                        )
                    );
                    break;
            }
        }
    }

    public int ExitCode { get; }
    public string Output { get; }
    public string Errors { get; }
    public string? State { get; }
    public JsonElement Variables { get; }
    public List<TraceEvent> Events { get; } = [];

    /// <summary>The elements that a refusal names; "" for a problem without one.</summary>
    public List<string> Problems { get; } = [];

    public static Run Of(string name, string xml, string arguments)
    {
        var options = Options(arguments);
        var first = Once(name, xml, options);
        var second = Once(name, xml, options);
        second.Output.ShouldBe(first.Output, "the same input must give the same bytes");
        return first;
    }

    private static Run Once(string name, string xml, ModelRunOptions options)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = ModelRunner.Run(name + ".bpmn", xml, options, output, errors);
        return new(code, output.ToString(), errors.ToString());
    }

    /// <summary>The options as the command line spells them.</summary>
    private static ModelRunOptions Options(string arguments)
    {
        var options = new ModelRunOptions { Json = true, Trace = true };
        foreach (var argument in (" " + arguments).Split(" --")[1..])
        {
            var parts = argument.Split([' ', '='], 2);
            var value = parts.Length > 1 ? parts[1].Trim() : "";
            options = parts[0] switch
            {
                "unbound" => options with { CompleteUnbound = value == "complete" },
                "variables" => options with { Variables = value },
                "messages" => options with { Messages = value },
                "process" => options with { ProcessIds = [.. options.ProcessIds, value] },
                "max-steps" => options with
                {
                    MaxSteps = int.Parse(value, System.Globalization.CultureInfo.InvariantCulture),
                },
                _ => throw new FormatException($"'--{parts[0]}' is no option of run."),
            };
        }

        return options;
    }

    private static string Text(JsonElement line, string property) =>
        line.TryGetProperty(property, out var value) ? value.GetString() ?? "" : "";
}

/// <summary>A line of a trace. <paramref name="IsBody"/>: of the container of a multi-instance or loop activity.</summary>
internal sealed record TraceEvent(string Name, string Element, string Type, bool IsBody)
{
    /// <summary>As expectations name it: <c>Task</c>, its container <c>Task[]</c>.</summary>
    public string Label => IsBody ? Element + "[]" : Element;
}
