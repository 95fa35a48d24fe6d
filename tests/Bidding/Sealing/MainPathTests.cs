using Approvals.Bidding.Sealing.Envelopes;
using Approvals.Bidding.Sealing.Judging;
using Approvals.Bidding.Sealing.Record;
using Approvals.Bidding.Tests.Simulation;

namespace Approvals.Bidding.Tests.Sealing;

public sealed class MainPathTests
{
    [Fact]
    public void Four_honest_bids_are_counted_identified_and_read_out_as_they_were_written()
    {
        var world = new World(1, lots: 2);
        var bidders = Enumerable.Range(0, 4).Select(_ => world.AddBidder()).ToList();
        foreach (var (at, send) in world.DummySends().OrderBy(send => send.At))
        {
            world.Now = at;
            send();
        }

        world.Now = World.Deadline.AddMinutes(-30);
        bidders.ForEach(world.Submit);
        world.Submit(bidders[2]);

        world.Run();

        world.State.Phase.ShouldBe(RecordPhase.Opened);
        world.State.Count.ShouldBe(4);
        world.State.PassedLots.ShouldBe([0, 1]);
        var verdicts = world.Judge();
        foreach (var bidder in bidders)
        {
            verdicts[bidder.Slot].Kind.ShouldBe(VerdictKind.Opened);
            var holders = Judge.HolderSecretOf(world.State, bidder.Header).ShouldNotBeNull();
            foreach (var (section, written) in bidder.Content)
            {
                var (start, length) = BodyOpener.PlaceOf(world.Notice, section);
                BodyOpener
                    .Open(
                        world.Notice,
                        bidder.Header,
                        section,
                        bidder.Secrets.Section(section),
                        holders,
                        bidder.Body.AsSpan((int)start, (int)length)
                    )
                    .ShouldBe(written);
            }
        }

        verdicts.Values.Count(verdict => verdict.Kind == VerdictKind.Dummy).ShouldBe(world.State.Dummies.Count);
        bidders[0].Body.Length.ShouldBe((int)BodyOpener.SizeOf(world.Notice));
        bidders[0].Header.Write().Length.ShouldBeInRange(17_000, 19_000);
    }

    [Fact]
    public void The_record_reads_back_entry_by_entry_and_folds_to_the_same_state()
    {
        var world = new World(2);
        for (var number = 0; number < 3; number++)
        {
            world.Submit(world.AddBidder());
        }

        world.Run();

        var state = RecordState.Empty;
        foreach (var entry in world.Entries)
        {
            var bytes = EntryCodec.Write(entry);
            var read = EntryCodec.Read(bytes).ShouldNotBeNull();
            EntryCodec.Write(read).ShouldBe(bytes);
            (state, var rejection) = RecordRules.Accept(state, read);
            rejection.ShouldBeNull();
        }

        state.Phase.ShouldBe(RecordPhase.Opened);
        PieceTree.RootOf(state.Leaves).ShouldBe(PieceTree.RootOf(world.State.Leaves));
    }
}
