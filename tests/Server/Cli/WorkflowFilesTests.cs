using Approvals.Kernel.Folders;
using Approvals.Kernel.Store;
using Approvals.Server.Storage;
using Approvals.Server.Tests.Fixtures;
using Microsoft.Extensions.Logging;

namespace Approvals.Server.Tests.Cli;

/// <summary>What a server does with workflows/ when it starts.</summary>
public sealed class WorkflowFilesTests : IAsyncLifetime
{
    private static readonly SqlText Deployed = new("SELECT group_concat(process_id) FROM process_definition");
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("approvals-files-");
    private readonly List<string> said = [];
    private Platform platform = null!;

    public ValueTask InitializeAsync()
    {
        var clock = new StillClock(new DateTimeOffset(2026, 10, 12, 9, 0, 0, TimeSpan.FromHours(8)));
        platform = Platform.TryOpen(new DataFolder(Path.Combine(root.FullName, "data")), clock)!;
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_file_that_is_no_BPMN_is_named_with_line_and_sentence_and_the_others_are_deployed()
    {
        var files = root.CreateSubdirectory("workflows").FullName;
        var broken = "<?xml version=\"1.0\"?>\n<definitions>\n  <process id=\"a\">\n  </oops>\n</definitions>";
        await File.WriteAllTextAsync(
            Path.Combine(files, "a-broken.bpmn"),
            broken,
            TestContext.Current.CancellationToken
        );
        File.Copy(Path.Combine(AppContext.BaseDirectory, "workflows", "committed.bpmn"), Path.Combine(files, "b.bpmn"));

        await new WorkflowFiles(platform, new Listener(said)).DeployMissingAsync(files);

        said.ShouldHaveSingleItem().ShouldStartWith("Error a-broken.bpmn(4,");
        said[0].ShouldEndWith("The file is not deployed; the others are.");
        platform
            .Readers.Read(session =>
            {
                using var rows = session.Query(Deployed);
                return rows.Next() ? rows.TextOrNull(0) : null;
            })
            .ShouldBe("committed");
    }

    public async ValueTask DisposeAsync()
    {
        await platform.DisposeAsync();
        root.Delete(recursive: true);
    }

    private sealed class Listener(List<string> said) : ILogger<WorkflowFiles>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => said.Add($"{logLevel} {formatter(state, exception)}");
    }
}
