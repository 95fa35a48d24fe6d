namespace Approvals.Load.Raw;

internal enum RowWriteKind
{
    Insert,
    Update,
    Delete,
}

/// <summary>A row of a table with its values in the order of its columns: long, string, byte[], double or null.</summary>
internal sealed record RowWrite(RowWriteKind Kind, RawTable Table, object?[] Values);

/// <summary>A table as the schema has it; <see cref="Keys"/> are the columns of its primary key.</summary>
internal sealed record RawTable(string Name, string[] Columns, int[] Keys, bool HasIntegerKey);
