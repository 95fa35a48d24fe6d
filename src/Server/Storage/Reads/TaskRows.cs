namespace Approvals.Server.Storage.Reads;

// The rows beside user_task; names follow the columns, instants are UTC Unix milliseconds.

/// <summary>加签: one added signer.</summary>
public sealed class SignerRead
{
    /// <summary>The state of a signer whose turn it is.</summary>
    public const int Asked = 1;

    public long Key { get; init; }
    public long Task { get; init; }
    public long Owner { get; init; }

    /// <summary><c>u:person</c> or <c>g:role@unit</c>.</summary>
    public required string Candidate { get; init; }
    public required string AddedBy { get; init; }
    public required string Reason { get; init; }
    public long Added { get; init; }
    public int State { get; init; }
    public string? SignedBy { get; init; }
}

/// <summary>抄送.</summary>
public sealed class CopyRead
{
    public required string Person { get; init; }
    public long Task { get; init; }
    public long Owner { get; init; }
    public required string CopiedBy { get; init; }
    public string? Note { get; init; }
    public long At { get; init; }
}

/// <summary>岗位: a post that a person holds; <see cref="Grp"/> is <c>role@unit</c>.</summary>
public sealed class PostRead
{
    public long Person { get; init; }
    public required string Grp { get; init; }
    public string? Title { get; init; }
    public string? Window { get; init; }
}
