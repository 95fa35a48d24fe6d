using System.Text.RegularExpressions;

namespace Approvals.Architecture.Tests;

/// <summary>Time, chance and identity come in with the command: what decides gives the same answer every time it is asked.</summary>
public sealed partial class PurityTests
{
    /// <summary>Folders whose code is a function of its arguments.</summary>
    private static readonly string[] Pure =
    [
        "src/Workflow/Bpmn",
        "src/Workflow/Execution",
        "src/Workflow/Feel",
        "src/Workflow/Forms",
        "src/Workflow/Diagram",
        "src/Workflow/Simulation",
        "src/Workflow/Soundness",
        "src/Bidding/Sealing",
        "src/Cases/Catalogue",
        "src/Cases/Clocks",
        "src/Cases/Deciding",
        "src/Cases/Events",
        "src/Cases/Notices",
        "src/Cases/Rows",
        "src/Kernel/Calendar",
        "src/Kernel/Codes",
        "src/Kernel/Organisations",
    ];

    [Fact]
    public void Nobody_reads_the_machine_clock_past_the_time_provider() => Uses(MachineClock(), "src").ShouldBeEmpty();

    [Fact]
    public void What_decides_asks_for_no_chance_and_no_running_time() =>
        Pure.SelectMany(folder => Uses(Chance(), folder)).ShouldBeEmpty();

    /// <summary>In the kernel only a turn's salts and the names of half-written files are random.</summary>
    [Fact]
    public void The_kernel_is_random_in_its_turns_and_files_only() =>
        Uses(Chance(), "src/Kernel")
            .Where(use => !use.StartsWith("src/Kernel/Turns/", StringComparison.Ordinal))
            .Where(use => !use.StartsWith("src/Kernel/Blobs/", StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Fact]
    public void What_decides_touches_no_file_network_or_environment() =>
        Pure.Where(folder =>
                folder is not ("src/Cases/Catalogue" or "src/Kernel/Calendar" or "src/Kernel/Organisations")
            )
            .SelectMany(folder => Uses(Outside(), folder))
            .ShouldBeEmpty();

    private static IEnumerable<string> Uses(Regex pattern, string folder) =>
        from file in Sources.CSharp
        where file.IsIn(folder)
        from line in file.Lines.Index()
        where pattern.IsMatch(line.Item) && !line.Item.TrimStart().StartsWith("//", StringComparison.Ordinal)
        select $"{file.Path}({line.Index + 1}): {line.Item.Trim()}";

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b")]
    private static partial Regex MachineClock();

    [GeneratedRegex(
        @"\bGuid\.(NewGuid|CreateVersion7)|\bnew Random\b|\bRandom\.Shared|\bRandomNumberGenerator\b|Environment\.TickCount|\bStopwatch\b|GetRandomFileName|TimeProvider\.System"
    )]
    private static partial Regex Chance();

    [GeneratedRegex(
        @"\b(File|Directory)\.[A-Z]|\bHttpClient\b|\bSocket\b|Environment\.(Get|Machine|User)|\bConsole\.[A-Z]"
    )]
    private static partial Regex Outside();
}
