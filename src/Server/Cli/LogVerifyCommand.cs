using System.CommandLine;
using System.Security.Cryptography.X509Certificates;
using Approvals.Credentials.Transparency;
using Approvals.Credentials.Verification;
using Approvals.Server.Transparency;

namespace Approvals.Server.Cli;

/// <summary>
/// <c>approvals log verify DIR|URL</c>: recomputes the whole tree of a published log and compares it with the signed checkpoint, every
/// tile, and an older checkpoint that somebody kept.
/// </summary>
internal static class LogVerifyCommand
{
    public static Command Create()
    {
        var log = new Argument<string>("DIR|URL")
        {
            Description = "The log: a folder laid out as tlog-tiles, a data folder, or its address.",
        };
        var from = new Option<FileInfo?>("--from")
        {
            Description = "An older checkpoint, kept in a file: the log must be its continuation.",
            HelpName = "CHECKPOINT",
        };
        var key = new Option<string?>("--key")
        {
            Description = "The log's verifier key (name+id+key). Without it the key that the log names is believed.",
            HelpName = "KEY",
        };
        var trust = new Option<FileInfo?>("--trust")
        {
            Description = "A root certificate (PEM): the checkpoint must have a timestamp that leads to it.",
            HelpName = "FILE",
        };
        var json = CommandLine.JsonOption();
        var command = new Command("verify", "Recompute a published log and compare it with its checkpoints.")
        {
            log,
            from,
            key,
            trust,
            json,
        };
        command.SetAction(
            (parsed, _) =>
                RunAsync(
                    parsed.GetRequiredValue(log),
                    parsed.GetValue(from)?.FullName,
                    parsed.GetValue(key),
                    parsed.GetValue(trust)?.FullName,
                    parsed.GetValue(json)
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(string where, string? from, string? given, string? root, bool json)
    {
        using var client = new HttpClient();
        ILogSource? source =
            Uri.TryCreate(where, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
                ? new LogAddress(client, address)
            : FolderOf(where) is { } folder ? new LogFolder(folder)
            : null;
        if (source is null)
        {
            return await CommandLine.FailAsync($"There is no log in {where}.");
        }

        if (from is not null && !File.Exists(from))
        {
            return await CommandLine.FailAsync($"There is no file {from}.");
        }

        if (root is not null && !File.Exists(root))
        {
            return await CommandLine.FailAsync($"There is no file {root}.");
        }

        var text = given ?? await source.KeyAsync();
        if (text is null || NoteVerifier.Parse(text.Trim()) is not { } key)
        {
            return await CommandLine.FailAsync(
                given is null ? "The log names no verifier key. Give it with --key." : $"'{given}' is no verifier key.",
                given is null ? CommandLine.Failed : CommandLine.Usage
            );
        }

        var older = from is null ? null : await File.ReadAllTextAsync(from);
        var roots = root is null
            ? null
            : new Trust([X509Certificate2.CreateFromPem(await File.ReadAllTextAsync(root))], null);
        var findings = await new LogAudit(source, key, roots).RunAsync(older);
        foreach (var fault in findings.Faults)
        {
            await Console.Error.WriteLineAsync(fault);
        }

        await CommandLine.SayAsync(
            json,
            Sentence(findings, given is not null),
            Result(findings, key, given is not null)
        );
        return findings.Faults.Count == 0 ? CommandLine.Done : CommandLine.Failed;
    }

    private static string? FolderOf(string where)
    {
        string[] places = [where, Path.Combine(where, "log")];
        return places.FirstOrDefault(place => File.Exists(Path.Combine(place, "checkpoint")));
    }

    private static string Sentence(LogFindings findings, bool keyGiven)
    {
        var kept = findings.Older is { } older ? $", the continuation of {older.Size}" : string.Empty;
        var trust = keyGiven ? string.Empty : " The key is the one that the log itself names.";
        var stamped = findings.StampedAt is { } at ? $", there at {at:u}" : string.Empty;
        return findings is { Faults.Count: 0, Newest: { } newest }
            ? $"{newest.Size} entries, root {Convert.ToHexStringLower(newest.Root.Span)}{stamped}{kept}: 0 differences.{trust}"
            : $"{findings.Newest?.Size ?? 0} entries: {findings.Faults.Count} differences.";
    }

    private static object Result(LogFindings findings, NoteVerifier key, bool keyGiven) =>
        new
        {
            origin = key.Name,
            key = key.ToString(),
            keyGiven,
            size = findings.Newest?.Size,
            root = findings.Newest is { } newest ? Convert.ToBase64String(newest.Root.Span) : null,
            stampedAt = findings.StampedAt,
            from = findings.Older?.Size,
            faults = findings.Faults,
        };
}
