namespace Approvals.Kernel.Turns;

/// <summary>
/// A command on its way into a turn. <see cref="Body"/> loads, decides and writes through the scope; it must be safe to
/// run again from the start, because a group that did not commit runs its turns once more, one by one.
/// </summary>
/// <param name="CommandId">
/// Given by the caller's form or client; the first answer is stored with the turn and returned to every repeat by the
/// same actor. Null when repeating is harmless or impossible.
/// </param>
/// <param name="At">
/// The instant that the turn bears, for data that is taken over with its own times (<c>approvals seed</c>); null is now, and whatever a
/// person or a peer sends is now.
/// </param>
public sealed record TurnRequest(
    Actor Actor,
    Func<TurnScope, TurnAnswer> Body,
    string? CommandId = null,
    DateTimeOffset? At = null
);

/// <summary>What a turn says: a short text (a key, a JSON value) or the reason why nothing happened.</summary>
public readonly record struct TurnAnswer(string Text, Rejection? Rejection)
{
    public static TurnAnswer Done(string text = "") => new(text, null);

    public static TurnAnswer Rejected(Rejection rejection) => new("", rejection);

    public static implicit operator TurnAnswer(Rejection rejection) => Rejected(rejection);
}
