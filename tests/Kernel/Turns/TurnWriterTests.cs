using Approvals.Kernel.Journal;
using Approvals.Kernel.Store;
using Approvals.Kernel.Store.Sqlite;
using Approvals.Kernel.Turns;

namespace Approvals.Kernel.Tests.Turns;

/// <summary>The turn as its callers see it: answers after the commit, repeats, rejections, faults, a full disk.</summary>
public sealed class TurnWriterTests : IAsyncLifetime
{
    private static readonly Actor Someone = new("p:7", []);
    private static readonly SqlText CountRecords = new("SELECT count(*) FROM journal");
    private readonly string folder = Directory.CreateTempSubdirectory("approvals-turns-").FullName;
    private TurnWriter? writer;

    private string Database => Path.Combine(folder, "platform.db");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (writer is not null)
        {
            await writer.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_turn_is_in_the_journal_when_its_answer_arrives()
    {
        var turns = Open();
        var answer = await turns.RunAsync(Appending(stream: 5, version: 1));
        answer.Text.ShouldBe("5/1");
        Records().ShouldBe(1);
    }

    [Fact]
    public async Task Many_callers_share_commits_and_lose_nothing()
    {
        var turns = Open();
        await Task.WhenAll(Enumerable.Range(1, 500).Select(stream => turns.RunAsync(Appending(stream, 1))));
        Records().ShouldBe(500);
        turns.Commits.ShouldBeLessThan(500);
    }

    [Fact]
    public async Task A_repeated_command_gets_its_first_answer_and_happens_once()
    {
        var turns = Open();
        var runs = 0;
        TurnRequest Request() =>
            new(
                Someone,
                scope =>
                {
                    scope.Append(1, 1, "test", 1, new byte[] { 1 });
                    return TurnAnswer.Done($"run {++runs}");
                },
                "form-1"
            );

        (await turns.RunAsync(Request())).Text.ShouldBe("run 1");
        (await turns.RunAsync(Request())).Text.ShouldBe("run 1");
        Records().ShouldBe(1);
    }

    [Fact]
    public async Task A_command_id_of_another_person_is_refused()
    {
        var turns = Open();
        await turns.RunAsync(new TurnRequest(Someone, _ => TurnAnswer.Done("mine"), "form-1"));
        var answer = await turns.RunAsync(
            new TurnRequest(new Actor("p:8", []), _ => TurnAnswer.Done("yours"), "form-1")
        );
        answer.Rejection!.Code.ShouldBe("command.id-taken");
    }

    [Fact]
    public async Task A_rejection_leaves_no_trace()
    {
        var turns = Open();
        var answer = await turns.RunAsync(
            new TurnRequest(
                Someone,
                scope =>
                {
                    scope.Append(1, 1, "test", 1, new byte[] { 1 });
                    return Rejection.Of("case.not-yours");
                }
            )
        );
        answer.Rejection!.Code.ShouldBe("case.not-yours");
        Records().ShouldBe(0);
    }

    [Fact]
    public async Task A_turn_that_throws_fails_alone()
    {
        var turns = Open();
        var evicted = 0;
        var broken = turns.RunAsync(
            new TurnRequest(
                Someone,
                scope =>
                {
                    scope.OnRollback(() => evicted++);
                    scope.Append(1, 1, "test", 1, new byte[] { 1 });
                    throw new FormatException("bug");
                }
            )
        );
        var good = turns.RunAsync(Appending(2, 1));
        await Should.ThrowAsync<FormatException>(() => broken);
        (await good).Rejection.ShouldBeNull();
        evicted.ShouldBe(1);
        Records().ShouldBe(1);
    }

    [Fact]
    public async Task A_version_that_is_taken_ends_only_its_turn()
    {
        var turns = Open();
        await turns.RunAsync(Appending(1, 1));
        await Should.ThrowAsync<StoreException>(() => turns.RunAsync(Appending(1, 1)));
        (await turns.RunAsync(Appending(1, 2))).Text.ShouldBe("1/2");
    }

    [Fact]
    public async Task On_a_full_disk_callers_are_told_and_later_turns_go_on()
    {
        var session = SqliteSession.OpenWriter(Database);
        KernelSchema.Scripts.Apply(session);
        session.RunScript("PRAGMA max_page_count = 40");
        writer = new TurnWriter(session, TimeProvider.System);

        var big = new byte[4000];
        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(1, 60)
                .Select(async stream =>
                {
                    try
                    {
                        await writer.RunAsync(
                            new TurnRequest(
                                Someone,
                                scope =>
                                {
                                    scope.Append(stream, 1, "test", 1, big);
                                    return TurnAnswer.Done();
                                }
                            )
                        );
                        return true;
                    }
                    catch (StoreException full) when (full.Failure is StoreFailure.Full)
                    {
                        return false;
                    }
                })
        );

        outcomes.ShouldContain(false);
        Records().ShouldBe(outcomes.Count(committed => committed));
        await writer.RunAsync(
            new TurnRequest(
                Someone,
                scope =>
                {
                    ((SqliteSession)scope.Session).RunScript("PRAGMA max_page_count = 4000");
                    return TurnAnswer.Done();
                }
            )
        );
        (await writer.RunAsync(Appending(100, 1))).Text.ShouldBe("100/1");
    }

    [Fact]
    public async Task Turns_that_are_aborted_and_run_again_write_once()
    {
        var turns = Open(new TurnOptions { AbortAfterBody = ordinal => ordinal % 3 == 0 });
        await Task.WhenAll(Enumerable.Range(1, 100).Select(stream => turns.RunAsync(Appending(stream, 1))));
        Records().ShouldBe(100);
    }

    [Fact]
    public async Task Keys_are_never_given_twice_across_restarts()
    {
        var keys = new HashSet<long>();
        for (var round = 0; round < 3; round++)
        {
            var turns = Open();
            for (var i = 0; i < 10; i++)
            {
                var answer = await turns.RunAsync(
                    new TurnRequest(Someone, scope => TurnAnswer.Done(scope.NewKey().ToString()))
                );
                keys.Add(long.Parse(answer.Text)).ShouldBeTrue();
            }

            await turns.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_flipped_byte_in_a_record_breaks_its_leaf()
    {
        var turns = Open();
        await turns.RunAsync(Appending(1, 1));
        using var session = SqliteSession.OpenReader(Database);
        var (record, salt, stored, _) = JournalReader.ReadAll(session).Single();
        var leaf = new byte[LeafHash.Size];
        LeafHash.Compute(record, salt, leaf);
        leaf.ShouldBe(stored);
        var changed = record.Data.ToArray();
        changed[0] ^= 1;
        LeafHash.Compute(record with { Data = changed }, salt, leaf);
        leaf.ShouldNotBe(stored);
    }

    [Fact]
    public async Task The_log_stays_small_while_turns_keep_coming()
    {
        var turns = Open();
        await WriteAsync(turns, streams: 1..900);
        new FileInfo(Database + "-wal").Length.ShouldBeLessThan(60_000_000);
        Records().ShouldBe(899);
    }

    [Fact]
    public async Task A_reader_that_stays_holds_the_log_up_but_no_turn()
    {
        var turns = Open();
        using (var reader = SqliteSession.OpenReader(Database))
        {
            reader.RunScript("BEGIN");
            reader.QueryInteger(CountRecords).ShouldBe(0);
            await WriteAsync(turns, streams: 1..400);
            reader.QueryInteger(CountRecords).ShouldBe(0);
        }

        var grown = new FileInfo(Database + "-wal").Length;
        await WriteAsync(turns, streams: 400..900);
        new FileInfo(Database + "-wal").Length.ShouldBeLessThan(grown + 60_000_000);
        Records().ShouldBe(899);
    }

    /// <summary>A hundred kilobytes a turn, in commits of a few turns each.</summary>
    private static async Task WriteAsync(TurnWriter turns, Range streams)
    {
        var big = new byte[100_000];
        for (var stream = streams.Start.Value; stream < streams.End.Value; stream += 4)
        {
            var last = Math.Min(stream + 4, streams.End.Value);
            await Task.WhenAll(
                Enumerable
                    .Range(stream, last - stream)
                    .Select(each =>
                        turns.RunAsync(
                            new TurnRequest(
                                Someone,
                                scope =>
                                {
                                    scope.Append(each, 1, "test", 1, big);
                                    return TurnAnswer.Done();
                                }
                            )
                        )
                    )
            );
        }
    }

    private static TurnRequest Appending(long stream, long version) =>
        new(
            Someone,
            scope =>
            {
                scope.Append(stream, version, "test", 1, new byte[] { 1, 2, 3 });
                return TurnAnswer.Done($"{stream}/{version}");
            }
        );

    private TurnWriter Open(TurnOptions? options = null)
    {
        var session = SqliteSession.OpenWriter(Database);
        KernelSchema.Scripts.Apply(session);
        return writer = new TurnWriter(session, TimeProvider.System, options);
    }

    private long Records()
    {
        using var session = SqliteSession.OpenReader(Database);
        return session.QueryInteger(CountRecords) ?? 0;
    }
}
