using System.CommandLine;
using System.Globalization;
using Approvals.Kernel.Folders;
using Approvals.Server.Seeding;

namespace Approvals.Server.Cli;

/// <summary><c>approvals seed</c>: fills an empty folder with a city and its years, through the turns that people and clocks would send.</summary>
internal static class SeedCommand
{
    public static Command Create()
    {
        var units = Count("--units", "Units of the city, at most 100.", 100);
        var items = Count("--items", "Items of the catalogue, at most 647.", 647);
        var cases = Count("--cases", "Cases over the years.", 10_000);
        var running = Count("--running", "Cases more that are submitted in the last days and not finished.", 0);
        var years = Count("--years", "How many years it all takes.", 5);
        var papers = Count("--sealed", "For how many of the last licences the papers are made and sealed.", 1000);
        var data = CommandLine.DataOption();
        var json = CommandLine.JsonOption();
        var command = new Command(
            "seed",
            "Fill an empty data folder with a city, its catalogue and its cases, by real turns with their own times."
        )
        {
            units,
            items,
            cases,
            running,
            years,
            papers,
            data,
            json,
        };
        command.SetAction(
            (parsed, cancellation) =>
                RunAsync(
                    new DataFolder(parsed.GetRequiredValue(data).FullName),
                    now => new SeedPlan(
                        Math.Clamp(parsed.GetValue(units), 1, 100),
                        Math.Clamp(parsed.GetValue(items), 1, 647),
                        Math.Max(0, parsed.GetValue(cases)),
                        now.AddYears(-Math.Clamp(parsed.GetValue(years), 1, 19)),
                        now,
                        Math.Max(0, parsed.GetValue(running)),
                        Math.Max(0, parsed.GetValue(papers))
                    ),
                    parsed.GetValue(json),
                    cancellation
                )
        );
        return command;
    }

    private static Option<int> Count(string name, string description, int otherwise) =>
        new(name)
        {
            Description = description,
            HelpName = "N",
            DefaultValueFactory = _ => otherwise,
        };

    private static async Task<int> RunAsync(
        DataFolder folder,
        Func<DateTimeOffset, SeedPlan> plan,
        bool json,
        CancellationToken cancellation
    )
    {
        if (File.Exists(folder.Database))
        {
            return await CommandLine.FailAsync(
                $"{folder.Path} already holds a platform. Choose an empty folder with --data.",
                CommandLine.Usage
            );
        }

        var result = await SeedFolder.FillAsync(
            folder,
            plan(TimeProvider.System.GetUtcNow()),
            "http://localhost",
            Console.Error.WriteLine,
            cancellation
        );
        if (result is null)
        {
            return await CommandLine.FailAsync($"Another process is writing to {folder.Path}.");
        }

        await CommandLine.SayAsync(json, Sentence(result), result);
        return CommandLine.Done;
    }

    private static string Sentence(SeedResult result) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Units} units, {result.Items} items, {result.Cases:#,0} cases ({result.Closed:#,0} closed), {result.Licences:#,0} licences ({result.Sealed:#,0} with a sealed PDF), {result.Turns:#,0} turns in {result.Took.TotalSeconds:0} s: {result.CasesPerSecond:#,0} cases a second."
        );
}
