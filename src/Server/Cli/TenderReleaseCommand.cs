using System.CommandLine;
using Approvals.Bidding.Sealing;
using Approvals.Bidding.Sealing.Envelopes;
using Approvals.Bidding.Sealing.Record;
using Approvals.Bidding.Sealing.Transport;
using Approvals.Server.Holding;

namespace Approvals.Server.Cli;

/// <summary>
/// <c>approvals tender release</c>: after the deadline, a bidder's own lock. It folds the record itself and releases only when this bid stands in the
/// frozen set and supervisor and notary have both signed that enough bid.
/// </summary>
internal static class TenderReleaseCommand
{
    public static Command Create()
    {
        var options = new SealedFolderOptions();
        var command = new Command("release", "Release the own lock of a bid, after the deadline.");
        options.AddTo(command);
        command.SetAction(
            (parsed, cancellation) =>
                options.RunAsync(parsed, (client, folder) => ReleaseAsync(client, folder, cancellation), cancellation)
        );
        return command;
    }

    private static async Task<int> ReleaseAsync(
        TenderClient client,
        SealedFolder folder,
        CancellationToken cancellation
    )
    {
        var page = await client.RecordAsync(cancellation);
        if (page.Lines.Any(line => line.Entry is null))
        {
            return await CommandLine.FailAsync("The bids aren't frozen yet; nothing is released.");
        }

        var state = HolderDaemon.Fold(page);
        if (
            state.Phase != RecordPhase.Releasing
            || state.Bids.All(bid => !bid.EnvelopeId.AsSpan().SequenceEqual(folder.Header.Id))
        )
        {
            return await CommandLine.FailAsync(
                $"This bid isn't to be released now: the record stands at {state.Phase}."
            );
        }

        var secrets = new AttemptSecrets(folder.Root, folder.Notice.Hash, folder.Header.Sequence, folder.Header.Nonce);
        var release = new SecretsRelease(
            secrets.Slot.Point,
            state.PassedLots,
            [],
            [
                .. from lot in state.PassedLots
                from kind in Enum.GetValues<SectionKind>()
                let section = new SectionId(lot, kind)
                select (section, secrets.Section(section)),
            ]
        );
        var signed = EntryCodec.ToSign(state.NoticeHash, state.SetRoot, release.Entry(DateTimeOffset.UnixEpoch));
        if (
            await client.ReleaseAsync(release with { Signature = secrets.Slot.Sign(signed) }, cancellation) is
            { } refusal
        )
        {
            return await CommandLine.FailAsync($"The platform refuses the release: {refusal}.");
        }

        await Console.Out.WriteLineAsync($"The lock of {state.PassedLots.Length} lots is released.");
        return CommandLine.Done;
    }
}
