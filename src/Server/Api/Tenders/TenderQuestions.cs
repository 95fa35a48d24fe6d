using System.Net;
using Approvals.Bidding.Handling;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Sealing.Record;
using Approvals.Bidding.Sealing.Transport;
using Approvals.Server.Holding;
using Approvals.Server.Reads.Tenders;
using Approvals.Server.Storage;

namespace Approvals.Server.Api.Tenders;

/// <summary>
/// What only holders may know, asked under their signature within five minutes of their clock: ids that wait for a stamp (notary), headers
/// after the freeze (all four), letters to the asker, the pool and the related experts (supervisor).
/// </summary>
internal sealed class TenderQuestions(Platform platform, TenderPartiesQuery parties)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public DoorAnswer Answer(FoundTender found, HolderMessage message, DateTimeOffset now)
    {
        if (
            !found.State.Holders.TryGetValue(message.Role, out var holder)
            || !message.IsSaidBy(found.State.Number, holder)
            || HolderMessage.ReadAsk(message.Body) is not { } asked
            || (asked.At - now).Duration() > Patience
        )
        {
            return new DoorAnswer(HttpStatusCode.Forbidden, []);
        }

        return asked.Path switch
        {
            HolderQuestion.Stamps when message.Role == HolderRole.Notary => Bytes(
                platform.Readers.Read(session => SealedStore.Unstamped(session, found.State.Key))
            ),
            HolderQuestion.Headers when found.Record.SetRoot is not null => Bytes(
                platform.Readers.Read(session =>
                    found
                        .Record.Set!.Accepted.Select(bid =>
                            SealedStore.FindEnvelope(session, found.State.Key, bid.EnvelopeId)?.Header ?? []
                        )
                        .ToList()
                )
            ),
            HolderQuestion.Letters => Bytes(
                platform.Readers.Read(session =>
                    SealedStore
                        .LettersTo(session, found.State.Key, message.Role)
                        .ConvertAll(each => (byte[])[(byte)each.Kind, (byte)each.Sender, .. each.Letter])
                )
            ),
            HolderQuestion.Pool when message.Role == HolderRole.Supervisor => Bytes(parties.Experts().Select(Encode)),
            HolderQuestion.Related
                when message.Role == HolderRole.Supervisor && found.Record.Phase == RecordPhase.Opened => Bytes(
                Related(found).Select(Encode)
            ),
            _ => new DoorAnswer(HttpStatusCode.NotFound, []),
        };
    }

    /// <summary>回避: whoever has a recorded relation to a bidder, the tenderer or the agency.</summary>
    private IReadOnlyList<string> Related(FoundTender found)
    {
        var own = parties
            .Of(TenderDoors.RoleOf(HolderRole.Agency))
            .Concat(parties.Of(TenderDoors.RoleOf(HolderRole.Tenderer)))
            .Where(each => each.Unit == found.State.Declaration.Tenderer || each.Unit == found.State.Choice?.Agency)
            .Select(each => each.CreditCode);
        var bidders = found.State.Opening?.Bids.SelectMany(bid => bid.CreditCodes) ?? [];
        return parties.Related(own.Concat(bidders));
    }

    private static byte[] Encode(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    private static DoorAnswer Bytes(IEnumerable<byte[]> blocks) =>
        new(HttpStatusCode.OK, HolderQuestion.WriteBlocks(blocks));
}
