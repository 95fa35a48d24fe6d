using System.CommandLine;
using Approvals.Bidding.Sealing.Envelopes;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Server.Holding;

namespace Approvals.Server.Cli;

/// <summary>What <c>approvals tender seal</c> left in a folder, with the root that its recovery file holds.</summary>
internal sealed record SealedFolder(Notice Notice, EnvelopeHeader Header, byte[] Root, string Body)
{
    /// <summary>The folder read, or a sentence that says what is wrong with it.</summary>
    public static async Task<(SealedFolder? Folder, string? Fault)> ReadAsync(
        DirectoryInfo folder,
        FileInfo recovery,
        TenderClient tender,
        CancellationToken cancellation
    )
    {
        if (Environment.GetEnvironmentVariable(TenderSealCommand.PassphraseVariable) is not { Length: >= 8 } passphrase)
        {
            return (null, $"Set {TenderSealCommand.PassphraseVariable} to the passphrase of the recovery file.");
        }

        if (await tender.NoticeAsync(cancellation) is not { } notice)
        {
            return (null, $"{tender.Tender} has no notice yet.");
        }

        var header = Path.Combine(folder.FullName, "header");
        if (
            !File.Exists(header)
            || EnvelopeHeader.Read(notice, await File.ReadAllBytesAsync(header, cancellation)) is not { } read
        )
        {
            return (null, $"{folder.FullName} holds no bid sealed for the newest notice of {tender.Tender}.");
        }

        return
            RecoveryFile.Read(await File.ReadAllBytesAsync(recovery.FullName, cancellation), notice.Hash, passphrase)
                is { } root
            ? (new SealedFolder(notice, read, root, Path.Combine(folder.FullName, "body")), null)
            : (null, $"{recovery.FullName} doesn't open with this passphrase, or is of another tender.");
    }
}

/// <summary>The arguments that submitting and releasing share.</summary>
internal sealed class SealedFolderOptions
{
    private readonly Argument<DirectoryInfo> folder = new("DIR")
    {
        Description = "The folder that `approvals tender seal` wrote.",
    };
    private readonly Option<Uri> server = ServerOption.Create("The platform's or the relay's address.");
    private readonly Option<string> tender = new("--tender")
    {
        Description = "The tender's number.",
        HelpName = "ID",
        Required = true,
    };
    private readonly Option<FileInfo> recovery = new("--recovery")
    {
        Description = "The recovery file.",
        HelpName = "FILE",
        Required = true,
    };

    public void AddTo(Command command)
    {
        command.Arguments.Add(folder);
        command.Options.Add(server);
        command.Options.Add(tender);
        command.Options.Add(recovery);
    }

    public async Task<int> RunAsync(
        ParseResult parsed,
        Func<TenderClient, SealedFolder, Task<int>> work,
        CancellationToken cancellation
    )
    {
        using var http = new HttpClient { BaseAddress = parsed.GetRequiredValue(server) };
        var client = new TenderClient(http, parsed.GetRequiredValue(tender));
        var (read, fault) = await SealedFolder.ReadAsync(
            parsed.GetRequiredValue(folder),
            parsed.GetRequiredValue(recovery),
            client,
            cancellation
        );
        return read is null ? await CommandLine.FailAsync(fault!) : await work(client, read);
    }
}
