namespace Approvals.Kernel.Journal.Refolding;

/// <summary>Writes the tables of one room again, record by record, from an empty store.</summary>
public interface IJournalFold
{
    IReadOnlyList<DerivedTable> Tables { get; }

    /// <summary>Does to the tables what the record did. Records of other rooms do nothing.</summary>
    /// <exception cref="InvalidDataException">The record doesn't follow from what came before it.</exception>
    void Fold(Refold refold, JournalRecord record);
}
