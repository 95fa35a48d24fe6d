namespace Approvals.Kernel.Store;

/// <summary>
/// One SQL statement of the platform, written once in the subset that every store understands, with positional
/// parameters <c>?1 … ?n</c>. Held in static fields: a session prepares it on first use and keeps it by
/// <see cref="Index"/>, so that running it again costs neither a lookup by text nor a parse.
/// </summary>
public sealed class SqlText
{
    private static int count;

    public SqlText(string text)
    {
        Text = text;
        Index = Interlocked.Increment(ref count) - 1;
    }

    public string Text { get; }

    internal int Index { get; }

    public override string ToString() => Text;
}
