using System.CommandLine;
using Approvals.Bidding.Sealing.Envelopes;
using Approvals.Bidding.Sealing.Transport;
using Approvals.Server.Holding;

namespace Approvals.Server.Cli;

/// <summary>
/// <c>approvals tender submit</c>: sends a sealed bid and waits for the receipt. Stopped and called again it goes on from what the gateway
/// holds, and gives the same receipt.
/// </summary>
internal static class TenderSubmitCommand
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    public static Command Create()
    {
        var options = new SealedFolderOptions();
        var command = new Command("submit", "Send a sealed bid and wait for its receipt.");
        options.AddTo(command);
        command.SetAction(
            (parsed, cancellation) =>
                options.RunAsync(parsed, (client, folder) => SubmitAsync(client, folder, cancellation), cancellation)
        );
        return command;
    }

    private static async Task<int> SubmitAsync(TenderClient client, SealedFolder folder, CancellationToken cancellation)
    {
        var slot = AttemptSecrets.SlotOf(folder.Root, folder.Notice.Hash);
        var sender = new BidSender(client, folder.Notice);
        FrameAnswer answer;
        await using (var body = File.OpenRead(folder.Body))
        {
            answer = await sender.SendAsync(slot, folder.Header, slot.Sign(folder.Header.Id), body, cancellation);
        }

        for (var waited = TimeSpan.Zero; answer.Code == FrameCode.Open && waited < Longest; waited += Pause)
        {
            await Task.Delay(Pause, cancellation);
            answer = await sender.StatusAsync(slot, folder.Header.Sequence, cancellation);
        }

        if (answer.Receipt is not { } receipt)
        {
            return await CommandLine.FailAsync(
                answer.Code == FrameCode.Open
                    ? "The bid is there, but the notary hasn't stamped it yet. Run the command again for the receipt."
                    : $"The gateway refuses the bid: {answer.Code}."
            );
        }

        await Console.Out.WriteLineAsync(
            $"Received as entry {receipt.Index} of {receipt.Size}: {Convert.ToHexStringLower(folder.Header.Id)}."
        );
        return CommandLine.Done;
    }
}
