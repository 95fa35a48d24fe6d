using System.Text.RegularExpressions;
using Approvals.Server.Texts;

namespace Approvals.Architecture.Tests;

/// <summary>Whatever the rooms refuse, the reader is told in a sentence of their language.</summary>
public sealed partial class RejectionTextsTests
{
    private static readonly TextTable Texts = TextTable.Load();

    [Fact]
    public void Every_rejection_has_its_sentence_in_every_language()
    {
        var codes = Codes();
        codes.Count.ShouldBeGreaterThan(50);
        var missing =
            from code in codes
            from language in Languages.All
            where !Texts.Has("rejection." + code) || !Texts.LanguagesOf("rejection." + code).Contains(language)
            select $"{code} in {language}";

        missing.ShouldBeEmpty();
    }

    /// <summary>
    /// Codes stand as literals at <c>Rejection.Of</c> or at a guard that takes one; a file that rejects with a variable has its
    /// codes as literals somewhere else in it.
    /// </summary>
    private static SortedSet<string> Codes()
    {
        var codes = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var file in Sources.CSharp.Where(file => file.IsIn("src")))
        {
            codes.UnionWith(Literals(Given(), file.Text));
            if (WithVariable().IsMatch(file.Text))
            {
                codes.UnionWith(Literals(Dotted(), file.Text));
            }
        }

        return codes;
    }

    private static IEnumerable<string> Literals(Regex pattern, string text) =>
        pattern.Matches(text).SelectMany(match => match.Groups["code"].Captures).Select(code => code.Value);

    // Up to the first argument or the end: a choice between two codes is two codes.
    [GeneratedRegex(
        """(?:Rejection\.Of|Guard\.Text|new Rejection)\((?:[^"();]|\.\w+\(\))*"(?<code>[a-z-]+(?:\.[a-z-]+)+)"(?:\s*:\s*"(?<code>[a-z-]+(?:\.[a-z-]+)+)")?"""
    )]
    private static partial Regex Given();

    [GeneratedRegex(@"Rejection\.Of\(\w+[,)]")]
    private static partial Regex WithVariable();

    [GeneratedRegex("\"(?<code>[a-z-]+(?:\\.[a-z-]+)+)\"")]
    private static partial Regex Dotted();
}
