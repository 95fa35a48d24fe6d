namespace Approvals.Conformance.Tests;

/// <summary>One section of an <c>.expected</c> file: what is done with the model, and what has to be seen. README.md has the notation.</summary>
/// <param name="Verb"><c>check</c> or <c>run</c>.</param>
/// <param name="Arguments">What stands after the verb.</param>
/// <param name="Claims">Key and value of each line below it, in order.</param>
internal sealed record Expectation(string Verb, string Arguments, IReadOnlyList<KeyValuePair<string, string>> Claims)
{
    /// <summary>Reads a whole file; a line that is no section, claim, comment or line of a trace is an error of the file.</summary>
    public static IReadOnlyList<Expectation> Parse(string text)
    {
        var sections = new List<Expectation>();
        var claims = new List<KeyValuePair<string, string>>();
        foreach (var line in text.Split('\n').Select(line => line.Trim()))
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var words = line.Split(' ', 2);
            if (words[0] is "check" or "run")
            {
                claims = [];
                sections.Add(new(words[0], words.Length > 1 ? words[1] : "", claims));
            }
            else if (words[0].EndsWith(':') || words[0] == "includes" || words[0] == "not")
            {
                var colon = line.IndexOf(':', StringComparison.Ordinal);
                claims.Add(new(line[..colon], line[(colon + 1)..].Trim()));
            }
            else if (claims.Count > 0 && claims[^1].Key == "trace")
            {
                claims[^1] = new("trace", claims[^1].Value + line + "\n");
            }
            else
            {
                throw new FormatException($"'{line}' is no claim.");
            }
        }

        return sections;
    }

    /// <summary>The elements named in <c>except:</c> claims, whose events the standard leaves open.</summary>
    public IReadOnlySet<string> Exceptions =>
        Claims
            .Where(claim => claim.Key == "except")
            .SelectMany(claim => claim.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToHashSet(StringComparer.Ordinal);
}
