namespace Approvals.Kernel.Store;

/// <summary>Why the store refused.</summary>
public enum StoreFailure
{
    /// <summary>A uniqueness, check or foreign-key rule: the turn is wrong, the store is well.</summary>
    Constraint,

    /// <summary>The disk or the database's size limit is full. Nothing of the transaction happened.</summary>
    Full,

    /// <summary>Reading or writing the file failed.</summary>
    InputOutput,

    /// <summary>Another process holds the database.</summary>
    Busy,

    /// <summary>The file is not a database of ours, or is damaged.</summary>
    Damaged,

    Other,
}

/// <summary>A statement or commit that the store refused, with its own code and message.</summary>
public sealed class StoreException : Exception
{
    public StoreException() { }

    public StoreException(string message)
        : base(message) { }

    public StoreException(string message, Exception inner)
        : base(message, inner) { }

    public StoreException(StoreFailure failure, int code, string message)
        : base(message)
    {
        Failure = failure;
        Code = code;
    }

    public StoreFailure Failure { get; } = StoreFailure.Other;

    /// <summary>The store's own (extended) result code.</summary>
    public int Code { get; }
}
