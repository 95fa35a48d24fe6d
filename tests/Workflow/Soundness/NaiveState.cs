using System.Collections.Immutable;
using System.Globalization;

namespace Approvals.Workflow.Tests.Soundness;

/// <summary>
/// The tokens of one scope, by name of the place, and the sub-processes under way inside. Names: <c>f3</c> a flow, <c>a5/1</c> an
/// activity with the boundary events that may still happen, <c>@5</c> about to enter, <c>x5</c> stuck, <c>e5</c> taken by an end
/// event, <c>m…</c> memory.
/// </summary>
internal sealed record NaiveState(
    int Scope,
    ImmutableSortedDictionary<string, int> Tokens,
    ImmutableList<(int Element, int Armed, NaiveState Inside)> Children
)
{
    public static NaiveState Empty(int scope) =>
        new(scope, ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal), []);

    public bool IsEnd => Children.IsEmpty && !Tokens.Keys.Any(IsToken);

    public string Key =>
        string.Join(' ', Tokens.Select(each => $"{each.Key}*{each.Value}"))
        + "["
        + string.Join(
            ';',
            Children.Select(each => $"{each.Element}/{each.Armed}:{each.Inside.Key}").Order(StringComparer.Ordinal)
        )
        + "]";

    public bool Has(string place) => Tokens.ContainsKey(place);

    public NaiveState Give(params IEnumerable<string> places)
    {
        var tokens = Tokens;
        foreach (var place in places)
        {
            var count = tokens.GetValueOrDefault(place);
            tokens = tokens.SetItem(place, place[0] == 'e' ? Math.Min(count + 1, 2) : count + 1);
        }

        return this with
        {
            Tokens = tokens,
        };
    }

    public NaiveState Take(params IEnumerable<string> places)
    {
        var tokens = Tokens;
        foreach (var place in places)
        {
            tokens = tokens[place] == 1 ? tokens.Remove(place) : tokens.SetItem(place, tokens[place] - 1);
        }

        return this with
        {
            Tokens = tokens,
        };
    }

    public NaiveState Clear() =>
        this with
        {
            Tokens = Tokens.Where(each => each.Key[0] == 'e').ToImmutableSortedDictionary(StringComparer.Ordinal),
            Children = [],
        };

    public NaiveState Normal() => IsEnd ? Clear() : this;

    public bool IsUnsafe =>
        Tokens.Any(each => each.Key[0] == 'f' && each.Value > 1) || Children.Exists(each => each.Inside.IsUnsafe);

    /// <summary>Some scope is at its end with an end event that took two tokens.</summary>
    public bool IsImproper =>
        IsEnd && Tokens.Any(each => each.Key[0] == 'e' && each.Value > 1)
        || Children.Exists(each => each.Inside.IsImproper);

    public static string Flow(int index) => "f" + index.ToString(CultureInfo.InvariantCulture);

    private static bool IsToken(string place) => place[0] is 'f' or 'a' or '@' or 'x';
}
