using System.Text.RegularExpressions;

namespace Approvals.Architecture.Tests;

/// <summary>Habits that a machine can hold: names that say nothing, files that are two things, notes to oneself.</summary>
public sealed partial class StyleTests
{
    private const int LongestFile = 350;

    /// <summary>Older than the rule, by name; whoever splits one takes it off the list.</summary>
    private static readonly string[] LongerAlready = ["tests/Credentials/Verification/LicenceVerifierTests.cs"];

    [Fact]
    public void No_type_or_file_has_a_name_that_says_nothing()
    {
        var types =
            from file in Sources.CSharp
            from Match match in TypeName().Matches(file.Text)
            where SaysNothing(match.Groups[1].Value)
            select $"{file.Path}: {match.Groups[1].Value}";
        var files = Sources.Written.Where(file => SaysNothing(file.Name)).Select(file => file.Path);

        types.Concat(files).ShouldBeEmpty();
    }

    [Fact]
    public void A_file_that_grew_past_the_limit_is_two_things() =>
        Sources
            .Written.Where(file => file.Lines.Length > LongestFile && !LongerAlready.Contains(file.Path))
            .Select(file => $"{file.Path}: {file.Lines.Length} lines")
            .ShouldBeEmpty();

    [Fact]
    public void No_work_is_left_as_a_note()
    {
        var notes =
            from file in Sources.Written
            where !file.IsIn("tests/Architecture")
            from line in file.Lines.Index()
            where Note().IsMatch(line.Item)
            select $"{file.Path}({line.Index + 1}): {line.Item.Trim()}";

        notes.ShouldBeEmpty();
    }

    [Fact]
    public void A_file_of_a_room_bears_the_namespace_of_its_folder()
    {
        var elsewhere =
            from file in Sources.CSharp
            where file.IsIn("src")
            let declared = Namespace().Match(file.Text).Groups[1].Value
            let folder = Path.GetDirectoryName(file.Path)!["src/".Length..].Replace('/', '.')
            where declared.Length > 0 && declared != "Approvals." + folder
            select $"{file.Path}: {declared}";

        elsewhere.ShouldBeEmpty();
    }

    // "TagHelper" is the framework's word for an element of a page.
    private static bool SaysNothing(string name) =>
        Nothing().IsMatch(name) && !name.EndsWith("TagHelper", StringComparison.Ordinal);

    [GeneratedRegex(@"(Manager|Helper|Helpers|Utils?|Utilities|Utility|Common)$|^Extensions$")]
    private static partial Regex Nothing();

    [GeneratedRegex(@"\b(?:class|record|struct|interface|enum)\s+(?:struct\s+|class\s+)?([A-Z]\w*)")]
    private static partial Regex TypeName();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b|NotImplementedException")]
    private static partial Regex Note();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
