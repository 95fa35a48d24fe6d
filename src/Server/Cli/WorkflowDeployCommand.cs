using System.CommandLine;
using System.Globalization;
using Approvals.Kernel.Calendar;
using Approvals.Server.Operations;

namespace Approvals.Server.Cli;

/// <summary><c>approvals workflow deploy FILE…</c>: a new version of each process of the files, all or none.</summary>
internal static class WorkflowDeployCommand
{
    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("FILE")
        {
            Description = "BPMN 2.0 files.",
            Arity = ArgumentArity.OneOrMore,
        };
        var from = new Option<string?>("--from")
        {
            Description =
                "When new instances begin to get the version: a date (from 0:00 in Shanghai) or an ISO 8601 instant.",
            HelpName = "DATE",
        };
        return WorkflowOperation.Create(
            new Command("deploy", "Deploy files: a new version of each of their processes, all or none.")
            {
                files,
                from,
            },
            (parsed, cancellation) => ReadAsync(parsed.GetRequiredValue(files), parsed.GetValue(from), cancellation)
        );
    }

    private static async Task<(Operation?, string?)> ReadAsync(
        FileInfo[] files,
        string? from,
        CancellationToken cancellation
    )
    {
        DateTimeOffset? startsAt = null;
        if (from is not null && (startsAt = Parse(from)) is null)
        {
            return (null, $"'{from}' is no date. Write for example 2026-12-01 or 2026-12-01T08:00+08:00.");
        }

        var read = new List<ProcessFile>();
        foreach (var file in files)
        {
            var (text, problem) = await WorkflowOperation.ReadAsync(file, cancellation);
            if (text is null)
            {
                return (null, problem);
            }

            read.Add(new(file.Name, text));
        }

        return (new Deploy(read, startsAt), null);
    }

    private static DateTimeOffset? Parse(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? CivilTime.StartOf(day)
        : text.Contains('T', StringComparison.Ordinal)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at
        : null;
}
