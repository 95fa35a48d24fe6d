using System.Text;
using Approvals.Workflow.Feel;
using Approvals.Workflow.Feel.Values;

namespace Approvals.Workflow.Dmn.Explaining;

/// <summary>Notes what an evaluation does while it runs, up to a bound: a table in a loop can match a million times.</summary>
internal sealed class Recorder
{
    private const int MaxTables = 1_000;
    private const int MaxHits = 10_000;
    private const int LongestText = 20_000;
    private readonly Dictionary<string, FeelValue> inputs = new(StringComparer.Ordinal);
    private readonly List<(string Id, string Name, FeelValue Value, List<TableTrace> Tables)> decisions = [];
    private List<TableTrace> tables = [];
    private int tableCount;
    private int hitCount;

    public bool IsComplete { get; private set; } = true;

    public static Recorder? Of(FeelEnvironment environment) => (Recorder?)environment.Companion;

    public void Input(string name, FeelValue value) => inputs[name] = value;

    /// <summary>What is noted until <see cref="Close"/> belongs to one decision.</summary>
    public List<TableTrace> OpenDecision()
    {
        var before = tables;
        tables = [];
        return before;
    }

    public void Close(string id, string name, FeelValue value, List<TableTrace> before)
    {
        decisions.Add((id, name, value, tables));
        tables = before;
    }

    public TableTrace? Open(Model.DecisionTable table)
    {
        if (++tableCount > MaxTables)
        {
            IsComplete = false;
            return null;
        }

        var trace = new TableTrace(this, table);
        tables.Add(trace);
        return trace;
    }

    public bool MayHit() => ++hitCount <= MaxHits || (IsComplete = false);

    /// <summary>
    /// FEEL text up to a length: parts that a value shares with itself unfold in text, to more than any memory holds.
    /// </summary>
    public string Text(FeelValue value)
    {
        var text = new StringBuilder();
        try
        {
            FeelText.Append(text, value, literal: true, LongestText);
        }
        catch (Exception limit) when (limit is FeelLimitException or InsufficientExecutionStackException)
        {
            IsComplete = false;
            return text.ToString(0, Math.Min(text.Length, LongestText)) + "…";
        }

        return text.ToString();
    }

    public Explanation Explain(string id, string name, FeelValue value, IReadOnlyList<FeelDiagnostic> diagnostics) =>
        new(
            id,
            name,
            Text(value),
            [.. inputs.Select(each => new ExplainedValue(each.Key, Text(each.Value)))],
            [
                .. decisions.Select(each => new ExplainedDecision(
                    each.Id,
                    each.Name,
                    Text(each.Value),
                    [.. each.Tables.Select(table => table.Explain())]
                )),
            ],
            [
                .. diagnostics.Select(each => new ExplainedDiagnostic(
                    each.Code,
                    each.Message,
                    each.Source,
                    each.Position,
                    each.Length
                )),
            ],
            IsComplete
        );
}

/// <summary>One run of a table.</summary>
internal sealed class TableTrace(Recorder recorder, Model.DecisionTable table)
{
    private readonly List<(Model.InputColumn Column, FeelValue Value)> inputs = [];
    private readonly List<(int Index, Model.Rule Rule, FeelValue Output)> hits = [];

    public void Input(Model.InputColumn column, FeelValue value) => inputs.Add((column, value));

    public void Hit(int index, Model.Rule rule, FeelValue output)
    {
        if (recorder.MayHit())
        {
            hits.Add((index, rule, output));
        }
    }

    public ExplainedTable Explain() =>
        new(
            table.Id,
            table.HitPolicy.ToString(),
            [
                .. inputs.Select(each => new ExplainedValue(
                    each.Column.Expression.Text.Trim(),
                    recorder.Text(each.Value)
                )),
            ],
            [
                .. hits.Select(each => new ExplainedRule(
                    each.Index + 1,
                    each.Rule.Id,
                    recorder.Text(each.Output),
                    [
                        .. each.Rule.Annotations.Select(
                            (text, i) =>
                                new ExplainedValue(i < table.Annotations.Length ? table.Annotations[i] : "", text)
                        ),
                    ]
                )),
            ]
        );
}
