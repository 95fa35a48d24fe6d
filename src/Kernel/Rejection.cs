namespace Approvals.Kernel;

/// <summary>
/// A command that may not happen, as a value. <see cref="Code"/> is stable, dotted, lower-case English
/// (<c>case.not-yours</c>); the server's table turns it into a sentence in the reader's language.
/// <see cref="Arguments"/> fill the places <c>{name}</c> of that sentence.
/// </summary>
public sealed record Rejection(string Code, IReadOnlyDictionary<string, string>? Arguments = null)
{
    public static Rejection Of(string code) => new(code);

    public static Rejection Of(string code, params ReadOnlySpan<(string Name, string Value)> arguments)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in arguments)
        {
            map[name] = value;
        }

        return new(code, map);
    }
}
