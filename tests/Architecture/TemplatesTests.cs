using System.Text.Json;
using System.Text.RegularExpressions;

namespace Approvals.Architecture.Tests;

/// <summary>What the platform's own processes use, a designer can put into a diagram without knowing its name by heart.</summary>
public sealed partial class TemplatesTests
{
    [Fact]
    public void Every_job_of_the_processes_has_a_template()
    {
        var jobs = Directory
            .EnumerateFiles(Path.Combine(Sources.Root, "workflows"), "*.bpmn")
            .SelectMany(file => Job().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["type"].Value)
            .ToHashSet(StringComparer.Ordinal);
        var offered = Read("src/Designer/process/templates.ts");

        jobs.Count.ShouldBeGreaterThan(30);
        jobs.Where(job => !offered.Contains($"\"{job}\"", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_attribute_of_a_clock_has_its_field()
    {
        using var vocabulary = JsonDocument.Parse(Read("src/Workflow/Bpmn/approvals.moddle.json"));
        var attributes = vocabulary
            .RootElement.GetProperty("types")
            .EnumerateArray()
            .Single(type => type.GetProperty("name").GetString() == "Clock")
            .GetProperty("properties")
            .EnumerateArray()
            .Select(each => each.GetProperty("name").GetString()!);
        var fields = Read("src/Designer/process/properties/clocks.ts");

        attributes.Where(each => !fields.Contains($"field(\"{each}\"", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static string Read(string path) => File.ReadAllText(Path.Combine(Sources.Root, path));

    [GeneratedRegex("taskDefinition type=\"(?<type>[^\"]+)\"")]
    private static partial Regex Job();
}
