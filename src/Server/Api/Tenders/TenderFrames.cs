using Approvals.Bidding.Handling;
using Approvals.Bidding.Sealing.Transport;
using Approvals.Kernel;
using Approvals.Kernel.Turns;
using Approvals.Server.Adapters;
using Approvals.Server.Storage;

namespace Approvals.Server.Api.Tenders;

/// <summary>The gateway's door: frames of one size in, answers of one size out. What isn't a frame of this tender is 400 and nothing more.</summary>
internal static class TenderFrames
{
    private static readonly Actor Gateway = Actor.System("gateway");

    public static async Task<IResult> TakeAsync(string number, HttpContext context)
    {
        var services = context.RequestServices;
        if (TenderEndpoints.Find(context, number) is not { Record.Notice: { } notice } found)
        {
            return Results.NotFound();
        }

        var key = services.GetRequiredService<TenderKeys>().Gateway(number);
        if (
            await TenderEndpoints.ReadAsync(context, Frame.SealedSize) is not { } bytes
            || Frame.Open(notice, key, bytes) is not { } opened
        )
        {
            return Results.BadRequest();
        }

        var platform = services.GetRequiredService<Platform>();
        // The bytes are durable before the turn that refers to them.
        var blob =
            opened.Frame.Verb == FrameVerb.Chunk
                ? await platform.Blobs.PutAsync(
                    new MemoryStream(opened.Frame.Data),
                    Frame.MostData,
                    context.RequestAborted
                )
                : null;
        FrameAnswer? said = null;
        var answer = await platform.SendAsync(
            Gateway,
            scope =>
            {
                said = platform.Tenders.Gateway.Take(scope, found.State, opened.Frame, blob?.Sha256);
                return TurnAnswer.Done();
            }
        );
        return answer.Rejection is null && said is not null
            ? Results.Bytes(Frame.SealAnswer(opened.AnswerKey, said.Write()), "application/octet-stream")
            : Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }
}
