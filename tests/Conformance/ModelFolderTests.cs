namespace Approvals.Conformance.Tests;

/// <summary>The collection itself: nothing stands in it unread.</summary>
public sealed class ModelFolderTests
{
    [Fact]
    public void Every_model_has_an_expectation_and_every_expectation_a_model() =>
        ModelFolder.Names(".bpmn").ShouldBe(ModelFolder.Names(".expected"));

    [Fact]
    public void Every_expectation_claims_something()
    {
        foreach (var name in ModelFolder.Names(".expected"))
        {
            Expectation
                .Parse(ModelFolder.Expected(name))
                .ShouldAllBe(section => section.Claims.Any(claim => claim.Key != "except"), name);
        }
    }

    [Fact]
    public void Every_model_says_what_it_is_for() =>
        ModelFolder
            .Names(".bpmn")
            .Where(name => !Says(ModelFolder.Xml(name)))
            .ShouldBeEmpty("a documentation or a comment names the clause");

    private static bool Says(string xml) =>
        (
            xml.Contains("<bpmn:documentation>", StringComparison.Ordinal)
            || xml.Contains("<!--", StringComparison.Ordinal)
            || xml.Contains("<documentation>", StringComparison.Ordinal)
        )
        && (
            xml.Contains('§', StringComparison.Ordinal)
            || xml.Contains("zeebe", StringComparison.Ordinal)
            || xml.Contains("schema", StringComparison.OrdinalIgnoreCase)
            || xml.Contains("issue", StringComparison.OrdinalIgnoreCase)
        );
}
