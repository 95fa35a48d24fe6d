using Approvals.Kernel.Journal;
using Approvals.Kernel.Store;
using Approvals.Workflow.Execution.Codecs;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Runtime;

/// <summary>Folds the journal of an instance, which may have begun in another version than it is in now.</summary>
public static class InstanceJournal
{
    public static IEnumerable<WorkflowEvent> Read(SqlSession session, long instance) =>
        JournalReader.ReadStream(session, instance).SelectMany(record => EventCodec.Read(record.Data.Span));

    /// <param name="definition">Key of the definition that the instance has now.</param>
    /// <exception cref="InvalidDataException">The events don't fit.</exception>
    public static ProcessInstanceState Replay(
        DefinitionCache definitions,
        SqlSession session,
        long definition,
        IEnumerable<WorkflowEvent> events
    )
    {
        var all = events as IReadOnlyList<WorkflowEvent> ?? [.. events];
        var first = all.OfType<InstanceMigrated>().FirstOrDefault()?.From ?? definition;
        return Apply.Replay(
            definitions.Get(session, first).Definition,
            all,
            new DeployedProcesses(definitions, session, DateTimeOffset.MaxValue)
        );
    }
}
