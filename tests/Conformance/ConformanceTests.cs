using System.Text;

namespace Approvals.Conformance.Tests;

/// <summary>Every model of the folder, judged and run as its expectation says.</summary>
public sealed class ConformanceTests
{
    public static TheoryData<string> Models => [.. ModelFolder.Names(".expected")];

    [Theory]
    [MemberData(nameof(Models))]
    public void The_standard_is_kept(string name)
    {
        var xml = ModelFolder.Xml(name);
        var sections = Expectation.Parse(ModelFolder.Expected(name));
        sections.ShouldNotBeEmpty();
        var report = new StringBuilder();
        foreach (var section in sections)
        {
            if (section.Verb == "check")
            {
                Report(section, Check.Of(xml, section.Arguments).Broken(section), "", report);
                continue;
            }

            var run = Run.Of(name, xml, section.Arguments);
            Report(section, new RunClaims(run, section).Broken(), run.Output + run.Errors, report);
        }

        if (report.Length > 0)
        {
            Assert.Fail(name + "\n" + report);
        }
    }

    private static void Report(Expectation section, IEnumerable<string> broken, string output, StringBuilder report)
    {
        var all = broken.ToList();
        if (all.Count > 0)
        {
            report.Append(section.Verb).Append(' ').Append(section.Arguments).Append('\n');
            all.ForEach(each => report.Append("  ").Append(each).Append('\n'));
            report.Append(output);
        }
    }
}
