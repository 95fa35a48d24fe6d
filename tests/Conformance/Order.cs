using System.Collections.Immutable;

namespace Approvals.Conformance.Tests;

/// <summary>
/// A partial order of events: <c>a b c</c> one after the other, <c>{ a b | c }</c> the sequences side by side in any
/// interleaving, <c>a*3</c> three times. Matched by derivatives: what may come after each event that was seen.
/// </summary>
internal abstract record Order
{
    private static readonly Order Nothing = new Sequence([]);

    /// <summary>Null when the events keep the order, else a sentence about the first one that doesn't.</summary>
    public static string? Compare(string expected, IReadOnlyList<string> events)
    {
        IReadOnlyList<Order> states = [Parse(expected)];
        for (var i = 0; i < events.Count; i++)
        {
            var next = states.SelectMany(state => state.After(events[i])).Distinct().ToList();
            if (next.Count == 0)
            {
                return $"expected {expected} but got {string.Join(' ', events)}: event {i + 1}, {events[i]}, is not the next";
            }

            states = next;
        }

        return states.Any(state => state.IsDone)
            ? null
            : $"expected {expected} but got only {string.Join(' ', events)}";
    }

    public static Order Parse(string text)
    {
        var tokens = new Queue<string>(
            text.Replace("{", " { ", StringComparison.Ordinal)
                .Replace("}", " } ", StringComparison.Ordinal)
                .Replace("|", " | ", StringComparison.Ordinal)
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        );
        var order = ParseSequence(tokens);
        return tokens.Count == 0 ? order : throw new FormatException($"'{text}' has a brace too many.");
    }

    protected abstract bool IsDone { get; }

    /// <summary>What may follow once the event has been seen; empty when it can't come now.</summary>
    protected abstract IEnumerable<Order> After(string name);

    private static Sequence ParseSequence(Queue<string> tokens)
    {
        var steps = new List<Order>();
        while (tokens.TryPeek(out var token) && token is not ("|" or "}"))
        {
            tokens.Dequeue();
            if (token == "{")
            {
                steps.Add(ParseSideBySide(tokens));
                continue;
            }

            var star = token.IndexOf('*', StringComparison.Ordinal);
            var times =
                star < 0 ? 1 : int.Parse(token.AsSpan(star + 1), System.Globalization.CultureInfo.InvariantCulture);
            steps.AddRange(Enumerable.Repeat(new Single(star < 0 ? token : token[..star]), times));
        }

        return new Sequence([.. steps]);
    }

    private static SideBySide ParseSideBySide(Queue<string> tokens)
    {
        var branches = new List<Order>();
        do
        {
            branches.Add(ParseSequence(tokens));
        } while (tokens.TryDequeue(out var token) && token == "|");

        return new([.. branches]);
    }

    private sealed record Single(string Name) : Order
    {
        protected override bool IsDone => false;

        protected override IEnumerable<Order> After(string name) => name == Name ? [Nothing] : [];
    }

    private sealed record Sequence(ImmutableArray<Order> Steps) : Order
    {
        protected override bool IsDone => Steps.All(step => step.IsDone);

        protected override IEnumerable<Order> After(string name)
        {
            for (var i = 0; i < Steps.Length; i++)
            {
                foreach (var rest in Steps[i].After(name))
                {
                    yield return new Sequence([rest, .. Steps[(i + 1)..]]);
                }

                if (!Steps[i].IsDone)
                {
                    yield break;
                }
            }
        }

        public bool Equals(Sequence? other) => other is not null && Steps.SequenceEqual(other.Steps);

        public override int GetHashCode() => Steps.Length;
    }

    private sealed record SideBySide(ImmutableArray<Order> Branches) : Order
    {
        protected override bool IsDone => Branches.All(branch => branch.IsDone);

        protected override IEnumerable<Order> After(string name)
        {
            for (var i = 0; i < Branches.Length; i++)
            {
                foreach (var rest in Branches[i].After(name))
                {
                    yield return new SideBySide(Branches.SetItem(i, rest));
                }
            }
        }

        public bool Equals(SideBySide? other) => other is not null && Branches.SequenceEqual(other.Branches);

        public override int GetHashCode() => Branches.Length;
    }
}
