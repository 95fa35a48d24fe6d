using System.CommandLine;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Kernel.Folders;
using Approvals.Server.Holding;

namespace Approvals.Server.Cli;

/// <summary>
/// <c>approvals tender holder</c>: a holder's program. Makes or opens the keys of one tender, enrols them, and then does what the holder owes
/// until it is stopped: dummies, stamps, cosignatures, the set, seed and keys, each in its time. <c>--draw</c> draws the experts once.
/// </summary>
internal static class TenderHolderCommand
{
    public const string PassphraseVariable = "APPROVALS_HOLDER_PASSPHRASE";
    private const int CommitteeSize = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    public static Command Create()
    {
        var server = ServerOption.Create("The platform's address.");
        var tender = new Option<string>("--tender")
        {
            Description = "The tender's number.",
            HelpName = "ID",
            Required = true,
        };
        var role = new Option<HolderRole>("--role")
        {
            Description = "tenderer, agency, supervisor or notary.",
            HelpName = "ROLE",
            Required = true,
        };
        var keys = new Option<FileInfo>("--keys")
        {
            Description = "The key file; made when it isn't there.",
            HelpName = "FILE",
            DefaultValueFactory = _ => new FileInfo("holder.key"),
        };
        var code = new Option<string?>("--code")
        {
            Description = "Enrol the keys first, with the code of the tender's page.",
            HelpName = "CODE",
        };
        var draw = new Option<string?>("--draw")
        {
            Description = "Draw the experts with this published value, then end (supervisor).",
            HelpName = "VALUE",
        };
        var once = new Option<bool>("--once") { Description = "Do what is due now, then end." };
        var clock = new Option<DirectoryInfo?>("--clock")
        {
            Description = "Training: the data folder of a server with a manual clock, whose time counts here too.",
            HelpName = "DIR",
        };
        var command = new Command("holder", "Hold a key of a sealed tender and do a holder's duties in time.")
        {
            server,
            tender,
            role,
            keys,
            code,
            draw,
            once,
            clock,
        };
        command.SetAction(
            (parsed, cancellation) =>
                RunAsync(
                    parsed.GetRequiredValue(server),
                    parsed.GetRequiredValue(tender),
                    parsed.GetRequiredValue(role),
                    parsed.GetRequiredValue(keys),
                    new Wish(
                        parsed.GetValue(code),
                        parsed.GetValue(draw),
                        parsed.GetValue(once),
                        parsed.GetValue(clock) is { } folder
                            ? new FolderClock(new DataFolder(folder.FullName))
                            : TimeProvider.System
                    ),
                    cancellation
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        Uri server,
        string tender,
        HolderRole role,
        FileInfo file,
        Wish wish,
        CancellationToken cancellation
    )
    {
        if (Environment.GetEnvironmentVariable(PassphraseVariable) is not { Length: >= 8 } passphrase)
        {
            return await CommandLine.FailAsync(
                $"Set {PassphraseVariable} to the passphrase of the key file, 8 characters or more."
            );
        }

        if (HolderKeys.Open(file, tender, role, passphrase) is not { } keys)
        {
            return await CommandLine.FailAsync(
                $"{file.FullName} doesn't open with this passphrase, or is of another tender or role."
            );
        }

        using var http = new HttpClient { BaseAddress = server };
        var client = new TenderClient(http, tender);
        if (wish.Code is { } code && await client.EnrolAsync(keys.Enrolment(), code, cancellation) is { } refusal)
        {
            return await CommandLine.FailAsync($"The keys weren't enrolled: {refusal}.");
        }

        var daemon = new HolderDaemon(client, keys, wish.Clock);
        if (wish.Draw is { } value)
        {
            if (await daemon.DrawAsync(value, CommitteeSize, [], cancellation) is { } refused)
            {
                return await CommandLine.FailAsync($"The experts weren't drawn: {refused}.");
            }

            await Console.Out.WriteLineAsync("The experts are drawn; your page of the tender names them.");
            return CommandLine.Done;
        }

        await WorkAsync(daemon, wish, cancellation);
        return CommandLine.Done;
    }

    /// <summary>A server that can't be reached, or whose clock has moved, is asked again after a pause: a holder's program doesn't end by itself.</summary>
    private static async Task WorkAsync(HolderDaemon daemon, Wish wish, CancellationToken cancellation)
    {
        for (; ; )
        {
            try
            {
                foreach (var done in await daemon.StepAsync(cancellation))
                {
                    await Console.Out.WriteLineAsync(done);
                }
            }
            catch (HttpRequestException fault) when (!wish.Once)
            {
                await Console.Error.WriteLineAsync($"{fault.Message} Trying again.");
            }

            if (wish.Once)
            {
                return;
            }

            await Task.Delay(Pause, cancellation);
        }
    }

    private sealed record Wish(string? Code, string? Draw, bool Once, TimeProvider Clock);
}
