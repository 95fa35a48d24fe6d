using System.Globalization;
using System.Text;

namespace Approvals.Workflow.Bpmn.Rules;

/// <summary>Writes <c>docs/bpmn-rules.md</c>, the closed list of what is asked of a model.</summary>
public static class RulesDocument
{
    private const string Fixtures = "../tests/Workflow/Bpmn/Rules/";

    public static string Write()
    {
        var text = new StringBuilder();
        Line(text, "# What is asked of a BPMN model");
        Line(text, "");
        Line(
            text,
            "Written by `approvals docs rules` from the rules themselves; a test keeps it so. Clauses are sections of"
        );
        Line(
            text,
            "OMG formal/2011-01-03 (BPMN 2.0) where nothing else is said. Each rule has a file with a wrong model, what"
        );
        Line(text, "is said about it, and the model mended; a few have more such files, `RULE~VARIANT.txt` beside it.");
        Section(
            text,
            ProblemLevel.Structure,
            "Structure: is it valid BPMN 2.0?",
            "`valid` of `approvals workflow check`: the XML schema and the standard's constraints, for models from whatever tool. Extensions of "
                + "vendors, their attributes, other expression languages and missing job types are no faults here. What breaks a rule marked ○ "
                + "is no valid BPMN, but leaves no doubt about what is meant: `approvals workflow run` tries it out all the same."
        );
        Section(
            text,
            ProblemLevel.Execution,
            "Execution: can this engine run it?",
            "Nothing that changes execution is read and then ignored: what isn't executed is refused with its place and what to change."
        );
        Section(
            text,
            ProblemLevel.Deployment,
            "Deployment: has everything an owner?",
            "Asked besides when a model is deployed, not when it is tried out."
        );
        return text.ToString();
    }

    private static void Section(StringBuilder text, ProblemLevel level, string title, string about)
    {
        Line(text, "");
        Line(text, "## " + title);
        Line(text, "");
        Line(text, about);
        Line(text, "");
        Line(text, "| rule | | what has to hold | clause |");
        Line(text, "|---|---|---|---|");
        foreach (var rule in RuleCatalogue.All.Where(rule => rule.Level == level))
        {
            var name = rule.Id is "xml.depth" or "xml.size"
                ? $"`{rule.Id}`"
                : $"[`{rule.Id}`]({Fixtures}{rule.Id}.txt)";
            Line(
                text,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {name} | {(rule.IsHarmless ? "○" : "")} | {rule.Sentence} | {rule.Clause} |"
                )
            );
        }
    }

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
