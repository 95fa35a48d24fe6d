namespace Approvals.Kernel.Store;

public enum SqlValueKind : byte
{
    Null,
    Integer,
    Text,
    Blob,
}

/// <summary>A parameter of a statement: null, a 64-bit integer, text or bytes. A struct, so that binding allocates nothing.</summary>
public readonly struct SqlValue
{
    private readonly object? reference;
    private readonly long bits;

    private SqlValue(SqlValueKind kind, object? reference, long bits)
    {
        Kind = kind;
        this.reference = reference;
        this.bits = bits;
    }

    public static SqlValue Null => default;

    public SqlValueKind Kind { get; }

    public long Integer => bits;

    public string Text => (string)reference!;

    public ReadOnlySpan<byte> Blob => ((byte[])reference!).AsSpan((int)(bits >> 32), (int)(bits & 0xFFFF_FFFF));

    public static implicit operator SqlValue(long value) => new(SqlValueKind.Integer, null, value);

    public static implicit operator SqlValue(long? value) => value is { } some ? some : Null;

    public static implicit operator SqlValue(int value) => new(SqlValueKind.Integer, null, value);

    public static implicit operator SqlValue(bool value) => new(SqlValueKind.Integer, null, value ? 1 : 0);

    public static implicit operator SqlValue(string? value) => value is null ? Null : new(SqlValueKind.Text, value, 0);

    public static implicit operator SqlValue(byte[]? value) => value is null ? Null : Bytes(value, 0, value.Length);

    /// <summary>UTC Unix milliseconds, the form of every instant in the store.</summary>
    public static implicit operator SqlValue(DateTimeOffset value) => value.ToUnixTimeMilliseconds();

    public static implicit operator SqlValue(DateTimeOffset? value) => value is { } some ? some : Null;

    /// <summary>ISO text (2026-10-14), the form of every civil date in the store.</summary>
    public static implicit operator SqlValue(DateOnly value) => value.ToString("yyyy-MM-dd");

    public static implicit operator SqlValue(DateOnly? value) => value is { } some ? some : Null;

    public static SqlValue Bytes(byte[] buffer, int offset, int length) =>
        new(SqlValueKind.Blob, buffer, ((long)offset << 32) | (uint)length);
}
