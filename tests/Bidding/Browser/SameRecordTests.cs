using System.Collections.Immutable;
using System.Security.Cryptography;
using Approvals.Bidding.Sealing;
using Approvals.Bidding.Sealing.Envelopes;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Sealing.Record;
using Approvals.Bidding.Sealing.Transport;
using Approvals.Bidding.Tests.Simulation;
using Approvals.Credentials.Sealing;
using Approvals.Credentials.Transparency;
using Checkpoint = Approvals.Bidding.Sealing.Record.Checkpoint;

namespace Approvals.Bidding.Tests.Browser;

/// <summary>The record, the frames and the receipts: a bidder's browser reads them as the platform wrote them, and believes nothing else.</summary>
public sealed class SameRecordTests
{
    private readonly World world = new(511, 2);

    public SameRecordTests()
    {
        for (var number = 0; number < 4; number++)
        {
            world.Submit(world.AddBidder());
        }

        world.Submit(world.Bidders[1]);
        world.Run();
    }

    [Fact]
    public void Every_entry_up_to_the_opening_is_read_and_written_the_same()
    {
        var bidder = world.Bidders[0];
        var entries = world.Entries.Select(EntryCodec.Write).ToList();

        var theirs = SealingLibrary.Ask(
            new
            {
                ask = "record",
                notice = NoticeCodec.Write(world.Notice),
                entries,
                slotPoint = bidder.Secrets.Slot.Point,
                envelopeId = bidder.Header.Id,
            }
        );

        Hex(theirs, "entries").ShouldBe(entries.Select(Convert.ToHexString));
        Hex(theirs, "toSign")
            .ShouldBe(
                world.Entries.Select(entry =>
                    Convert.ToHexString(EntryCodec.ToSign(world.Notice.Hash, world.State.SetRoot, entry))
                )
            );
        theirs.Bytes("setRoot").ShouldBe(world.State.SetRoot);
        theirs.Bytes("treeRoot").ShouldBe(PieceTree.RootOf(world.State.Leaves));
        theirs
            .GetProperty("flipped")
            .EnumerateArray()
            .Select(each => each.GetString())
            .ShouldBe(
                entries.Select(entry => Flipped.All(entry, bytes => EntryCodec.Read(bytes) is not null, from: 1))
            );
        theirs
            .GetProperty("passedLots")
            .EnumerateArray()
            .Select(each => each.GetInt32())
            .ShouldBe(world.State.PassedLots);
        theirs.GetProperty("stranger").GetString().ShouldBe("not-in-set");
        theirs.GetProperty("withoutOne").GetString().ShouldBe("set-differs");
    }

    [Fact]
    public void A_release_made_in_the_browser_is_accepted_and_holds_the_committed_secrets()
    {
        var fresh = new World(512);
        for (var number = 0; number < 3; number++)
        {
            fresh.Submit(fresh.AddBidder());
        }

        fresh.Close();
        fresh.CountBids();
        fresh.IdentifyBids();
        var bidder = fresh.Bidders[2];

        var theirs = SealingLibrary.Ask(
            new
            {
                ask = "release",
                notice = NoticeCodec.Write(fresh.Notice),
                root = bidder.Root,
                sequence = bidder.Sequence,
                nonce = bidder.Header.Nonce,
                lots = new[] { 0 },
                setRoot = fresh.State.SetRoot,
            }
        );

        var entry = EntryCodec.Read(theirs.Bytes("entry")).ShouldBeOfType<SecretsReleased>();
        fresh.Try(entry with { At = fresh.Now }).ShouldBeNull();
        var secrets = theirs.GetProperty("secrets").EnumerateArray().Select(each => each.GetBytesFromBase64()).ToList();
        SHA256.HashData([.. secrets.SelectMany(each => each)]).ShouldBe(entry.Digest);
        SectionId
            .All(1)
            .Select(section => SealedSecret.CommitSection(bidder.Header.Base, section, secrets[(int)section.Kind - 1]))
            .Zip(bidder.Header.SectionCommitments)
            .ShouldAllBe(pair => pair.First.SequenceEqual(pair.Second));
    }

    [Theory]
    [InlineData(FrameVerb.Chunk, 256 * 1024)]
    [InlineData(FrameVerb.Status, 0)]
    public void The_gateway_opens_a_frame_of_the_browser(FrameVerb verb, int length)
    {
        var bidder = world.Bidders[0];
        var data = TestHolder.Bytes(world.Random, length);

        var theirs = SealingLibrary.Ask(
            new
            {
                ask = "frame",
                notice = NoticeCodec.Write(world.Notice),
                root = bidder.Root,
                verb,
                sequence = 3,
                index = 41,
                data,
                seed = TestHolder.Bytes(world.Random, 32),
            }
        );

        theirs.GetProperty("size").GetInt32().ShouldBe(Frame.SealedSize);
        var opened = Frame.Open(world.Notice, world.Gateway, theirs.Bytes("sealed")).ShouldNotBeNull();
        opened.AnswerKey.ShouldBe(theirs.Bytes("answerKey"));
        opened.Frame.SlotPoint.ShouldBe(bidder.Secrets.Slot.Point);
        (opened.Frame.Verb, opened.Frame.Sequence, opened.Frame.Index).ShouldBe((verb, 3, 41));
        opened.Frame.Data.ShouldBe(data);
    }

    [Fact]
    public void A_receipt_is_final_only_as_it_was_given()
    {
        var bidder = world.Bidders[0];
        var at = world.Entries.FindIndex(entry =>
            entry is Submission sent && sent.EnvelopeId.AsSpan().SequenceEqual(bidder.Header.Id)
        );
        var point = world.Entries.OfType<Checkpoint>().First();
        point = point with { Cosignatures = point.Cosignatures[..3] };
        var tree = new Leaves([
            .. world.Entries.Take(point.Size).Select(entry => PieceTree.LeafOf(EntryCodec.Write(entry))),
        ]);
        var receipt = new SubmissionReceipt(
            EntryCodec.Write(world.Entries[at]),
            at,
            point.Size,
            [.. InclusionProof.Create(at, point.Size, tree).Path],
            EntryCodec.Write(point)
        );
        bool[] pieces = [true, false, true, true, false, false, true, true, true, false];
        var answer = new FrameAnswer(FrameCode.Stored, world.Now, FrameAnswer.WritePieces(pieces), receipt);
        var answerKey = TestHolder.Bytes(world.Random, 32);

        var theirs = SealingLibrary.Ask(
            new
            {
                ask = "answer",
                notice = NoticeCodec.Write(world.Notice),
                answerKey,
                bytes = Frame.SealAnswer(answerKey, answer.Write()),
                slotPoint = bidder.Secrets.Slot.Point,
                envelopeId = bidder.Header.Id,
                sequence = bidder.Sequence,
            }
        );

        theirs.GetProperty("code").GetInt32().ShouldBe((int)FrameCode.Stored);
        theirs.GetProperty("at").GetInt64().ShouldBe(world.Now.ToUnixTimeMilliseconds());
        theirs.GetProperty("pieces").EnumerateArray().Select(each => each.GetBoolean()).ShouldBe(pieces);
        theirs.GetProperty("standing").GetString().ShouldBe("final");
        var said =
            EntryCodec.Write(world.Entries[at]).Length + (PieceTree.RootOf([]).Length * receipt.Path.Length) + 17;
        theirs
            .GetProperty("spoilt")
            .EnumerateArray()
            .Select(each => each.GetInt32())
            .ShouldBeSubsetOf(
                Enumerable.Range(said + 1, 8),
                "only the platform's own clock on a checkpoint is unsigned"
            );
        FrameAnswer.ReadPieces(answer.Details).ShouldBe(pieces);
        var read = FrameAnswer.Read(answer.Write()).ShouldNotBeNull();
        read.Write().ShouldBe(answer.Write());
        FrameAnswer.Read(answer.Write().AsSpan(1)).ShouldBeNull();
    }

    private static IEnumerable<string> Hex(System.Text.Json.JsonElement element, string property) =>
        element.GetProperty(property).EnumerateArray().Select(each => Convert.ToHexString(each.GetBytesFromBase64()));

    private sealed class Leaves(ImmutableArray<byte[]> leaves) : ISubtreeHashes
    {
        public byte[] Hash(int level, long index) =>
            level == 0
                ? leaves[(int)index]
                : MerkleHash.OfNode(Hash(level - 1, 2 * index), Hash(level - 1, (2 * index) + 1));
    }
}
