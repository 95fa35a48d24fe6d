namespace Approvals.Kernel.Journal;

/// <summary>
/// One record of the journal: what one turn did to one stream. <see cref="Data"/> are the bytes as they were written,
/// in version <see cref="Schema"/> of the format that <see cref="Type"/> names.
/// </summary>
public readonly record struct JournalRecord(
    long Stream,
    long Version,
    long Turn,
    string Type,
    int Schema,
    DateTimeOffset At,
    string Actor,
    ReadOnlyMemory<byte> Data
);
