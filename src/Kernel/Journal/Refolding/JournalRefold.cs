using Approvals.Kernel.Store;
using Approvals.Kernel.Store.Sqlite;

namespace Approvals.Kernel.Journal.Refolding;

/// <summary>
/// Reads a journal from its first record to its last into an empty store of its own, with the code that wrote the rows, and compares every
/// derived table with it: row by row, column by column.
/// </summary>
public sealed class JournalRefold : IDisposable
{
    private readonly SqlSession stored;
    private readonly IReadOnlyList<IJournalFold> folds;
    private readonly SqliteSession folded = SqliteSession.OpenScratch();

    public JournalRefold(SqlSession stored, IEnumerable<SchemaScripts> schemas, IReadOnlyList<IJournalFold> folds)
    {
        this.stored = stored;
        this.folds = folds;
        foreach (var schema in schemas)
        {
            schema.Apply(folded);
        }
    }

    public IEnumerable<DerivedTable> Tables => folds.SelectMany(fold => fold.Tables);

    /// <summary>One sentence for every record that doesn't follow from those before it; the number of records.</summary>
    public long Fold(Action<string> fault)
    {
        var refold = new Refold(stored, folded);
        var broken = new HashSet<long>();
        long count = 0;
        folded.RunScript("BEGIN");
        foreach (var entry in JournalReader.ReadAll(stored))
        {
            count++;
            var record = entry.Record;
            if (broken.Contains(record.Stream))
            {
                continue;
            }

            try
            {
                foreach (var fold in folds)
                {
                    fold.Fold(refold, record);
                }
            }
            catch (Exception unfit) when (unfit is not OutOfMemoryException)
            {
                // Whatever a changed byte leads to is a finding; the other streams are compared all the same.
                broken.Add(record.Stream);
                fault(
                    $"journal {record.Stream} {record.Version}: the record ({record.Type}) can't be folded: {unfit.Message}"
                );
            }
        }

        folded.RunScript("COMMIT");
        return count;
    }

    /// <summary>One sentence for every difference: <c>table key: column is …, the journal gives ….</c> The number of rows compared.</summary>
    public long Compare(Action<string> different) => Tables.Sum(table => Compare(table, different));

    public long Compare(DerivedTable table, Action<string> different) =>
        TableComparison.Run(table, stored, folded, different);

    public void Dispose() => folded.Dispose();
}
