using Approvals.Bidding.Export;
using Approvals.Bidding.Sealing;
using Approvals.Bidding.Sealing.Record;
using Approvals.Bidding.Tests.Simulation;

namespace Approvals.Bidding.Tests.Export;

/// <summary>Invariant 15 and the offline verifier: a true export passes whole, a changed one never.</summary>
public sealed class ExportTests(ExportTests.Finished finished, ITestOutputHelper output)
    : IClassFixture<ExportTests.Finished>
{
    [Theory]
    [InlineData(ExportAudience.Public)]
    [InlineData(ExportAudience.Audit)]
    public void A_finished_tender_is_proved_again_from_its_file(ExportAudience audience)
    {
        var file = ExportCodec.Write(finished.World.Export(audience));

        var result = ExportVerifier.Verify(file);

        result.Checks.Where(check => !check.Passed).ShouldBeEmpty();
        result.Tender.ShouldBe(finished.World.Notice.Tender);
        result
            .Checks.Select(check => check.Check)
            .ShouldBe(["file", "record", "set", "envelopes", "names", "opening", "draw", "scores", "ranking"]);
        ExportCodec.Write(ExportCodec.Read(file)!).ShouldBe(file);
    }

    /// <summary>15: no byte of a qualification or technical part that is read out to nobody, and no key to one.</summary>
    [Fact]
    public void The_public_export_holds_no_qualification_or_technical_text_or_key()
    {
        var file = ExportCodec.Write(finished.World.Export(ExportAudience.Public));
        foreach (var bidder in finished.World.Bidders.Where(bidder => bidder.Lie != Lie.Ciphertext))
        {
            foreach (var (section, text) in bidder.Content.Where(each => each.Key.Kind != SectionKind.Open))
            {
                file.AsSpan().IndexOf(text).ShouldBe(-1);
                file.AsSpan().IndexOf(bidder.Secrets.Section(section)).ShouldBe(-1);
            }

            file.AsSpan().IndexOf(bidder.Root).ShouldBe(-1);
        }

        foreach (var holder in finished.World.Holders)
        {
            file.AsSpan().IndexOf(holder.Identity.Scalar).ShouldBe(-1);
            file.AsSpan().IndexOf(holder.Signing.Scalar).ShouldBe(-1);
        }
    }

    /// <summary>
    /// Every byte of a small export once, and every 29th of a large one, most of which is ciphertext: the file no longer parses, or its
    /// signatures no longer fit.
    /// </summary>
    [Fact]
    public void Every_single_byte_change_is_seen()
    {
        var small = new World(92, dummyRange: 2);
        small.Submit(small.AddBidder());
        small.Submit(small.AddBidder());
        small.Run();

        Flip(small, 1);
        Flip(finished.World, 29);
    }

    private static void Flip(World world, int step)
    {
        var file = ExportCodec.Write(world.Export(ExportAudience.Public));
        for (var at = 0; at < file.Length; at += step)
        {
            file[at] ^= 0x20;
            if (ExportCodec.Read(file) is { } read)
            {
                ExportVerifier.Signatures(read, world.Notice).Passed.ShouldBeFalse($"byte {at}");
            }

            file[at] ^= 0x20;
        }
    }

    /// <summary>
    /// 100 tampered copies through the whole verifier; and again with the signatures of a supervisor and a notary who conspire, where what
    /// is left unseen is only what nobody else signed: instants of the platform behind the last checkpoint and the like.
    /// </summary>
    [Fact]
    public void A_hundred_tampered_copies_are_refused_most_of_them_even_when_signed_again()
    {
        var random = new Random(7);
        var file = ExportCodec.Write(finished.World.Export(ExportAudience.Public));
        var (parsed, seen) = (0, 0);
        for (var copy = 0; copy < 100; copy++)
        {
            var (at, bit) = (random.Next(file.Length), (byte)(1 << random.Next(8)));
            file[at] ^= bit;
            ExportVerifier.Verify(file).Passed.ShouldBeFalse($"byte {at}");
            if (ExportCodec.Read(file) is { } read)
            {
                parsed++;
                var again = ExportVerifier.Verify(ExportCodec.Write(Exporting.Sign(finished.World, read)));
                seen += again.Passed ? 0 : 1;
            }

            file[at] ^= bit;
        }

        output.WriteLine($"100 refused; of {parsed} that still parse, {seen} are refused even with forged signatures");
        seen.ShouldBeGreaterThan(parsed * 9 / 10);
    }

    [Fact]
    public void A_reordered_or_left_out_entry_is_named()
    {
        var export = finished.World.Export(ExportAudience.Audit);
        var scores = export.Entries.Select((bytes, at) => (Entry: EntryCodec.Read(bytes)!, At: at)).ToList();
        var (first, opened) = (
            scores.First(each => each.Entry is ScoreCommitted).At,
            scores.First(each => each.Entry is ScoreOpened).At
        );
        var swapped = export.Entries.SetItem(first, export.Entries[opened]).SetItem(opened, export.Entries[first]);

        Failing(export with { Entries = swapped }).ShouldContain("record");
        Failing(export with { Entries = export.Entries.RemoveAt(first) }).ShouldContain("record");
        Failing(export with { Bids = export.Bids.RemoveAt(0) }).ShouldContain("opening");
        Failing(export with { Verdicts = export.Verdicts.RemoveAt(0) }).ShouldContain("opening");
        Failing(export with { NamesSalt = new byte[31] }).ShouldContain("names");
        Failing(export with { Formula = [.. export.Formula, 32] }).ShouldContain("ranking");
        var ranked = scores.First(each => each.Entry is LotRanked);
        var better = (LotRanked)ranked.Entry with { PriceWeight = 21 };
        Failing(export with { Entries = export.Entries.SetItem(ranked.At, EntryCodec.Write(better)) })
            .ShouldContain("ranking");
    }

    private IEnumerable<string> Failing(TenderExport export) =>
        ExportVerifier
            .Verify(ExportCodec.Write(Exporting.Sign(finished.World, export)))
            .Checks.Where(check => !check.Passed)
            .Select(check => check.Check);

    /// <summary>A tender of two lots with honest bidders, liars and dummies, from notice to opened draw.</summary>
    public sealed class Finished
    {
        public Finished()
        {
            World = new World(91, lots: 2);
            var evaluating = new Evaluating(World);
            evaluating.CommitPool();
            foreach (var (at, send) in World.DummySends().OrderBy(send => send.At))
            {
                World.Now = at;
                send();
            }

            World.Now = World.Deadline.AddMinutes(-20);
            foreach (var lie in new[] { Lie.None, Lie.None, Lie.None, Lie.Ciphertext, Lie.NoRelease, Lie.Stranger })
            {
                World.Submit(World.AddBidder(lie));
            }

            World.Run();
            World.State.Phase.ShouldBe(RecordPhase.Opened);
            evaluating.Run();
            World.Checkpoint(World.Now.AddMinutes(1));
        }

        internal World World { get; }
    }
}
