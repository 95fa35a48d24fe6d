using Approvals.Credentials.Transparency;
using Approvals.Server.Transparency;

namespace Approvals.Server.Tests.Transparency;

public sealed class LogPublisherTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(1000)]
    public async Task What_is_published_passes_the_audit(int records)
    {
        await using var journal = new JournalOfLeaves();
        await journal.AppendAsync(records);

        journal.OpenPublisher().Publish().ShouldBe(records);

        var findings = await journal.AuditAsync();
        findings.Faults.ShouldBeEmpty();
        findings.Newest!.Size.ShouldBe(records);
        journal.CompareWithJournal().ShouldBeEmpty();
    }

    [Fact]
    public async Task It_grows_in_steps_and_over_restarts_and_every_checkpoint_continues_the_last()
    {
        await using var journal = new JournalOfLeaves();
        var publisher = journal.OpenPublisher();
        var kept = new List<string>();
        foreach (var step in (int[])[3, 250, 10, 600])
        {
            await journal.AppendAsync(step);
            publisher.Publish();
            publisher.Publish().ShouldBe(0);
            kept.Add(journal.Log.ReadCheckpoint()!);
            publisher = journal.OpenPublisher();
        }

        foreach (var older in kept)
        {
            (await journal.AuditAsync(older)).Faults.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Every_leaf_has_a_proof_that_leads_to_the_signed_root()
    {
        await using var journal = new JournalOfLeaves();
        await journal.AppendAsync(300);
        journal.OpenPublisher().Publish();
        var log = new TransparencyLog(journal.Log);

        for (var index = 0; index < 300; index++)
        {
            log.Prove(index)!.Holds.ShouldBeTrue();
        }

        log.Prove(300).ShouldBeNull();
        log.Prove(-1).ShouldBeNull();
    }

    [Fact]
    public async Task Lost_tiles_are_made_again_from_the_journal()
    {
        await using var journal = new JournalOfLeaves();
        await journal.AppendAsync(700);
        journal.OpenPublisher().Publish();
        Directory.Delete(Path.Combine(journal.Log.Path, "tile"), recursive: true);

        await journal.AppendAsync(5);
        journal.OpenPublisher().Publish().ShouldBe(5);

        (await journal.AuditAsync()).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_journal_that_contradicts_the_last_checkpoint_is_not_published()
    {
        await using var journal = new JournalOfLeaves();
        await journal.AppendAsync(20);
        journal.OpenPublisher().Publish();
        var before = journal.Log.ReadCheckpoint();

        journal.Change("DELETE FROM journal WHERE position > 15");
        Directory.Delete(Path.Combine(journal.Log.Path, "tile"), recursive: true);

        Should.Throw<LogForkedException>(() => journal.OpenPublisher());
        journal.Log.ReadCheckpoint().ShouldBe(before);
    }

    [Fact]
    public async Task A_record_changed_together_with_its_leaf_is_found_by_what_was_published()
    {
        await using var journal = new JournalOfLeaves();
        await journal.AppendAsync(20);
        journal.OpenPublisher().Publish();

        journal.Change("UPDATE journal SET leaf = zeroblob(32) WHERE position = 7");

        journal.CompareWithJournal()[0].ShouldBe("Record 7 of the journal is not the one that was published.");
    }

    [Fact]
    public async Task Another_history_under_the_same_key_is_not_the_continuation()
    {
        await using var journal = new JournalOfLeaves();
        await journal.AppendAsync(20);
        journal.OpenPublisher().Publish();
        var other = new Checkpoint("hall.test/log", 10, new byte[32]);

        var findings = await journal.AuditAsync(journal.Signer.Sign(other.ToText()).ToString());

        findings.Faults.ShouldBe(["The first 10 entries are not those of the older checkpoint."]);
    }

    [Fact]
    public async Task A_log_that_lost_entries_is_told_from_an_older_checkpoint()
    {
        await using var journal = new JournalOfLeaves();
        await journal.AppendAsync(20);
        journal.OpenPublisher().Publish();
        var longer = new Checkpoint("hall.test/log", 30, new byte[32]);

        var findings = await journal.AuditAsync(journal.Signer.Sign(longer.ToText()).ToString());

        findings.Faults.ShouldBe(["The log has 20 entries; the older checkpoint had 30."]);
    }

    /// <summary>One bit of one byte anywhere in what is published, but for the key, which whoever verifies has already.</summary>
    [Fact]
    public async Task No_byte_of_the_published_log_can_be_changed()
    {
        await using var journal = new JournalOfLeaves();
        await journal.AppendAsync(600);
        journal.OpenPublisher().Publish();
        var random = new Random(6962);
        var files = Directory
            .EnumerateFiles(journal.Log.Path, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) != "key")
            .ToList();
        files.Count.ShouldBe(5);

        foreach (var file in files)
        {
            var whole = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
            for (var tries = 0; tries < 20; tries++)
            {
                var changed = (byte[])whole.Clone();
                var at = random.Next(changed.Length);
                changed[at] ^= (byte)(1 << random.Next(8));
                await File.WriteAllBytesAsync(file, changed, TestContext.Current.CancellationToken);
                (await journal.AuditAsync()).Faults.ShouldNotBeEmpty($"{file} at {at}");
            }

            await File.WriteAllBytesAsync(file, whole, TestContext.Current.CancellationToken);
        }

        (await journal.AuditAsync()).Faults.ShouldBeEmpty();
    }
}
