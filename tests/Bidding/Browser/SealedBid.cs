using System.Collections.Immutable;
using Approvals.Bidding.Sealing;
using Approvals.Bidding.Sealing.Envelopes;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Tests.Simulation;
using Approvals.Credentials.Sealing;

namespace Approvals.Bidding.Tests.Browser;

/// <summary>A bid that .NET sealed with known chance, and the question that makes the browser's library seal it again.</summary>
internal sealed record SealedBid(
    Notice Notice,
    byte[] Root,
    int Sequence,
    SealingChance Chance,
    IReadOnlyDictionary<SectionId, byte[]> Content,
    IdentitySheet Sheet,
    ImmutableArray<byte[]> RecoveryPoints,
    EnvelopeHeader Header,
    byte[] Body
)
{
    public byte[] HolderSecret => Chance.HolderSecret;

    /// <summary>A consortium of two for the last lot, with sections that are full, nearly full or empty.</summary>
    public static SealedBid Make(World world, Notice notice)
    {
        var random = world.Random;
        var (root, sequence, chance) = (TestHolder.Bytes(random, 32), random.Next(1, 9), TestBidder.Chance(random));
        var lot = notice.Lots - 1;
        var content = new Dictionary<SectionId, byte[]>
        {
            [new(lot, SectionKind.Open)] = TestHolder.Bytes(random, Math.Min(notice.Sizes.Open - 8, 40)),
            [new(lot, SectionKind.Qualification)] = TestHolder.Bytes(random, notice.Sizes.Qualification - 8),
            [new(lot, SectionKind.Technical)] = TestHolder.Bytes(random, notice.Sizes.Technical / 2),
        };
        using var body = new MemoryStream();
        var sealer = Sealer.Begin(notice, root, sequence, content, chance, body);
        var supersedes = TestHolder.Bytes(random, 32);
        var signed = IdentitySheet.ToSign(sealer.Unsigned.Core, [lot], supersedes);
        var sheet = new IdentitySheet(
            [.. TestRoots.Organisations.Take(2).Select(member => member.Sign(signed))],
            [lot],
            supersedes
        );
        ImmutableArray<byte[]> recovery = [TestHolder.Pair(random).Point];
        var envelope = sealer.Finish(sheet, recovery);
        return new(notice, root, sequence, chance, content, sheet, recovery, envelope.Header, body.ToArray());
    }

    public object Question() =>
        new
        {
            ask = "seal",
            notice = NoticeCodec.Write(Notice),
            root = Root,
            sequence = Sequence,
            chance = new
            {
                nonce = Chance.Nonce,
                holderSecret = Chance.HolderSecret,
                recoverySeeds = Chance.RecoverySeeds,
                fillers = Chance.Fillers,
            },
            content = SectionId
                .All(Notice.Lots)
                .Index()
                .Where(each => Content.ContainsKey(each.Item))
                .Select(each => new { index = each.Index, data = Content[each.Item] }),
            sheet = new
            {
                members = Sheet.Members.Select(member => new
                {
                    creditCode = member.CreditCode.Value,
                    certificates = member.Certificates,
                    signature = member.Signature,
                }),
                lots = Sheet.Lots,
                supersedes = Sheet.Supersedes,
            },
            recoveryPoints = RecoveryPoints,
        };
}

/// <summary>One bit of every byte in turn, chosen as answer.mjs does.</summary>
internal static class Flipped
{
    /// <summary>1 for every byte with whose change the test still holds, else 0.</summary>
    public static string All(byte[] bytes, Func<byte[], bool> test, int from = 0)
    {
        var said = new char[bytes.Length - from];
        for (var at = from; at < bytes.Length; at++)
        {
            bytes[at] ^= (byte)(1 << (at * 7 % 8));
            said[at - from] = test(bytes) ? '1' : '0';
            bytes[at] ^= (byte)(1 << (at * 7 % 8));
        }

        return new string(said);
    }
}
