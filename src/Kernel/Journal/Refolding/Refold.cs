using Approvals.Kernel.Store;

namespace Approvals.Kernel.Journal.Refolding;

/// <summary>A journal being read again.</summary>
/// <param name="Stored">The store as it was found; asked only for bytes of which the journal has the digest.</param>
/// <param name="Folded">The store that is written again.</param>
public sealed record Refold(SqlSession Stored, SqlSession Folded)
{
    private (long Turn, long Stream) last;

    /// <summary>Tells that a turn moved the stream of a case or a tender.</summary>
    public void Moved(JournalRecord record) => last = (record.Turn, record.Stream);

    /// <summary>The case or tender that has moved in the turn, 0 for none: an instance that starts there belongs to it.</summary>
    public long MovedIn(long turn) => last.Turn == turn ? last.Stream : 0;
}
