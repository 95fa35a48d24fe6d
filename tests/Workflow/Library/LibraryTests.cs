using Approvals.Kernel;
using Approvals.Kernel.Turns;
using Approvals.Workflow.Library;
using Approvals.Workflow.Tests.Runtime;
using FsCheck;
using FsCheck.Fluent;

namespace Approvals.Workflow.Tests.Library;

/// <summary>Documents with their history, in a store on a disk.</summary>
public sealed class LibraryTests : IAsyncLifetime
{
    private readonly RuntimeHost host = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Who_saves_on_an_older_revision_overwrites_nothing()
    {
        var key = await CreateAsync("许可");
        (await SaveAsync("p:1", key, 1, Form("甲"))).ShouldBeNull();
        (await SaveAsync("p:2", key, 1, Form("乙"))).ShouldBe("library.saved-meanwhile");
        Find(key).Content.ShouldBe(Form("甲"));
        (await SaveAsync("p:2", key, 2, Form("乙"))).ShouldBeNull();
        var document = Find(key);
        (document.Revision, document.ChangedBy, document.Content).ShouldBe((3, "p:2", Form("乙")));
    }

    [Fact]
    public async Task A_repeated_save_is_none()
    {
        var key = await CreateAsync("许可");
        await SaveAsync("p:1", key, 1, Form("甲"));
        (await SaveAsync("p:1", key, 1, Form("甲"))).ShouldBeNull();
        Find(key).Revision.ShouldBe(2);
    }

    [Fact]
    public async Task What_can_not_be_read_leaves_the_draft_as_it_was()
    {
        var key = await CreateAsync("许可");
        (await SaveAsync("p:1", key, 1, "{")).ShouldBe("library.malformed");
        Find(key).Revision.ShouldBe(1);
    }

    [Fact]
    public async Task The_history_tells_who_did_what_and_gives_back_what_was()
    {
        var key = await CreateAsync("许可");
        await SaveAsync("p:1", key, 1, Form("甲"));
        await SaveAsync("p:1", key, 2, Form("乙"));
        await SaveAsync("p:2", key, 3, Form("丙"));
        await host.SendAsync(scope => LibraryTurns.Place(scope, key, "许可二", "卫健委"));
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        await SaveAsync("p:2", key, 4, Form("丁"));

        var changes = Changes(key);
        changes
            .Select(change => $"{change.Kind} {change.Revision} {change.Detail}".TrimEnd())
            .ShouldBe(["Saved 5", "Moved 4", "Renamed 4 许可", "Saved 4", "Saved 3", "Created 1"]);

        var earlier = changes.First(change => change.Revision == 3);
        (await host.SendAsync(scope => LibraryTurns.Restore(scope, key, earlier.Key))).ShouldBeNull();
        Find(key).Content.ShouldBe(Form("乙"));
        Changes(key)[0].Kind.ShouldBe(ChangeKind.Restored);
        Changes(key)[0].Detail.ShouldBe("3");
    }

    [Fact]
    public async Task A_deleted_document_comes_back_with_its_history()
    {
        var key = await CreateAsync("许可");
        (await host.SendAsync(scope => LibraryTurns.Delete(scope, key))).ShouldBeNull();
        (await SaveAsync("p:1", key, 1, Form("甲"))).ShouldBe("library.no-document");
        var other = await CreateAsync("许可");
        (await host.SendAsync(scope => LibraryTurns.Recover(scope, key)))!.Code.ShouldBe("library.name-taken");
        await host.SendAsync(scope => LibraryTurns.Place(scope, other, "别的", ""));
        (await host.SendAsync(scope => LibraryTurns.Recover(scope, key))).ShouldBeNull();
        Changes(key)
            .Select(change => change.Kind)
            .ShouldBe([ChangeKind.Recovered, ChangeKind.Deleted, ChangeKind.Created]);
    }

    [Fact]
    public async Task A_scenario_belongs_to_a_process()
    {
        var form = await CreateAsync("表");
        (await host.SendAsync(scope => Story(scope, form)))
            .ShouldNotBeNull()
            .Code.ShouldBe("library.scenario-needs-process");
    }

    /// <summary>However many people save at once: every save that is answered with yes is a revision of its own, and the last is the draft.</summary>
    [Fact]
    public async Task No_save_is_lost_however_many_save_at_once()
    {
        var key = await CreateAsync("许可");
        var saved = new List<(int Revision, string Content)>();
        await Task.WhenAll(
            Enumerable.Range(1, 8).Select(person => WorkAsync($"p:{person}", key, Gen.Choose(1, 6).Sample(20), saved))
        );

        saved.Select(each => each.Revision).Order().ShouldBe(Enumerable.Range(2, saved.Count));
        var document = Find(key);
        document.Revision.ShouldBe(saved.Count + 1);
        document.Content.ShouldBe(saved.MaxBy(each => each.Revision).Content);
        Changes(key).Select(change => change.Revision).ShouldBeUnique();
    }

    private async Task WorkAsync(string person, long key, int[] pauses, List<(int, string)> saved)
    {
        foreach (var (step, pause) in pauses.Index())
        {
            var read = Find(key).Revision;
            for (var wait = 0; wait < pause; wait++)
            {
                await Task.Yield();
            }

            var content = Form($"{person} {step}");
            if (await SaveAsync(person, key, read, content) is null)
            {
                lock (saved)
                {
                    saved.Add((read + 1, content));
                }
            }
        }
    }

    private static string Form(string label) =>
        $$"""{"type":"default","id":"f","components":[{"type":"textfield","key":"a","label":"{{label}}"}]}""";

    private static Rejection? Story(TurnScope scope, long parent) =>
        LibraryTurns
            .Create(scope, DocumentKind.Scenario, "一", "", """{"model":"a.bpmn","scenarios":[]}""", parent)
            .Refusal;

    private async Task<long> CreateAsync(string name)
    {
        long key = 0;
        (
            await host.SendAsync(scope =>
            {
                (key, var refusal) = LibraryTurns.Create(scope, DocumentKind.Form, name, "", Form("初"));
                return refusal;
            })
        ).ShouldBeNull();
        return key;
    }

    private async Task<string?> SaveAsync(string person, long key, int revision, string content) =>
        (
            await host.SendAsync(
                scope => LibraryTurns.Save(scope, key, revision, content).Refusal,
                new Actor(person, [])
            )
        )?.Code;

    private LibraryDocument Find(long key) => host.Read(session => LibraryReading.Find(session, key)!);

    private List<LibraryChange> Changes(long key) => host.Read(session => LibraryReading.Changes(session, key, 100));
}
