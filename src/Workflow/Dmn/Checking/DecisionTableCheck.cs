using Approvals.Workflow.Dmn.Boxed;
using Approvals.Workflow.Dmn.Explaining;
using Approvals.Workflow.Dmn.Model;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Dmn.Checking;

/// <summary>
/// Finds gaps, overlaps and unreachable rules of decision tables without running them, for columns of numbers, strings,
/// booleans, dates, times and durations that are compared with constants. Exact within a budget.
/// </summary>
internal sealed class DecisionTableCheck
{
    private const int Budget = 300_000;
    private const int MostFindings = 50;
    private const int MostPairs = 4_000_000;
    private readonly CompiledTable table;
    private readonly IReadOnlyList<Axis> axes;
    private readonly List<TableFinding> findings = [];

    private DecisionTableCheck(CompiledTable table, IReadOnlyList<Axis> axes)
    {
        this.table = table;
        this.axes = axes;
    }

    public static TableCheck Check(CompiledTable table)
    {
        var columns = new List<Axis>();
        var builder = new AxisBuilder(table);
        for (var i = 0; i < table.Code.Inputs.Length; i++)
        {
            var (axis, fault) = builder.Build(i);
            if (axis is null)
            {
                return Result(table, [], $"The table can't be analysed: {fault}.");
            }

            columns.Add(axis);
        }

        var check = new DecisionTableCheck(table, columns);
        return Result(table, check.findings, check.Run());
    }

    private static TableCheck Result(CompiledTable table, IReadOnlyList<TableFinding> findings, string? undecided)
    {
        var at = table.Code.Table.Position;
        return new TableCheck(table.Element, table.Code.Table.Id, at.Line, at.Column, findings, undecided);
    }

    private int Count => table.Code.Rules.Length;

    private string? Run()
    {
        if (axes.Any(axis => axis.Parts.Count == 0))
        {
            return "The table can't be analysed: a column allows no value at all.";
        }

        var search = new BoxSearch(axes, Budget);
        FindUnreachable(search);
        FindGaps(search);
        var pairs = FindOverlaps();
        return search.IsExhausted || !pairs ? "The table is too large to be analysed completely."
            : findings.Count >= MostFindings ? $"Only the first {MostFindings} findings are listed."
            : null;
    }

    private void FindGaps(BoxSearch search)
    {
        // A list without hits is empty, not an error; a default covers everything.
        var isList = table.Code.Table.HitPolicy is HitPolicy.Collect or HitPolicy.RuleOrder or HitPolicy.OutputOrder;
        if (isList || Array.Exists(table.Code.Outputs, output => output.Default is not null))
        {
            return;
        }

        foreach (var gap in search.Uncovered(All(Count), RuleSet.Empty(Count), MostFindings - findings.Count))
        {
            Add(TableFindingKind.Gap, [], gap, "No rule matches.");
        }
    }

    private bool FindOverlaps()
    {
        if (table.Code.Table.HitPolicy is not (HitPolicy.Unique or HitPolicy.Any))
        {
            return true;
        }

        var pairs = 0;
        for (var i = 0; i < Count; i++)
        {
            for (var j = i + 1; j < Count && findings.Count < MostFindings; j++)
            {
                if (++pairs > MostPairs)
                {
                    return false;
                }

                if (Meeting(i, j) is { } box && (table.Code.Table.HitPolicy == HitPolicy.Unique || Differ(i, j)))
                {
                    var says = table.Code.Table.HitPolicy == HitPolicy.Any ? " and say different things" : "";
                    Add(TableFindingKind.Overlap, [i, j], box, $"Rules {i + 1} and {j + 1} both match{says}.");
                }
            }
        }

        return true;
    }

    private void FindUnreachable(BoxSearch search)
    {
        for (var i = 0; i < Count && findings.Count < MostFindings; i++)
        {
            if (Meeting(i, i) is not { } box)
            {
                Add(TableFindingKind.Unreachable, [i], [], $"Rule {i + 1} matches no input.");
                continue;
            }

            var before = Before(i);
            if (before.IsEmpty)
            {
                continue;
            }

            var own = RuleSet.Empty(Count);
            own.Add(i);
            if (search.Uncovered(before, own, 1).Count == 0 && !search.IsExhausted)
            {
                var masking = Enumerable
                    .Range(0, Count)
                    .Where(rule => before.Contains(rule) && Meeting(rule, i) is not null);
                var names = string.Join(", ", masking.Select(rule => rule + 1));
                Add(
                    TableFindingKind.Unreachable,
                    [i],
                    box,
                    $"Rule {i + 1} never decides: wherever it matches, a rule of {names} goes before it."
                );
            }
        }
    }

    // The rules that win over this one wherever both match.
    private RuleSet Before(int rule)
    {
        var before = RuleSet.Empty(Count);
        if (table.Code.Table.HitPolicy == HitPolicy.First)
        {
            for (var i = 0; i < rule; i++)
            {
                before.Add(i);
            }
        }
        else if (table.Code.Table.HitPolicy == HitPolicy.Priority && Ranks is { } ranks)
        {
            for (var i = 0; i < Count; i++)
            {
                var order = ranks[i].AsSpan().SequenceCompareTo(ranks[rule]);
                if (order < 0 || (order == 0 && i < rule))
                {
                    before.Add(i);
                }
            }
        }

        return before;
    }

    // Null when an output is computed, so that its priority is not known before.
    private int[][]? Ranks => field ??= FindRanks();

    private int[][]? FindRanks()
    {
        var environment = new FeelEnvironment { Now = default };
        var ranks = new int[Count][];
        for (var rule = 0; rule < Count; rule++)
        {
            ranks[rule] = new int[table.Code.Outputs.Length];
            for (var i = 0; i < ranks[rule].Length; i++)
            {
                var output = table.Code.Outputs[i];
                if (output.Values is null)
                {
                    continue;
                }

                if (
                    Constant(rule, i) is not { } value
                    || output.RankOf(value, Frame.Empty, environment) is not { } rank
                )
                {
                    return null;
                }

                ranks[rule][i] = rank;
            }
        }

        return ranks;
    }

    private FeelValue? Constant(int rule, int output)
    {
        var environment = new FeelEnvironment { Now = default };
        var text = table.Code.Rules[rule].Rule.Values[output].Text.Text;
        if (FeelExpression.Compile(text, table.Declared.ForFeel()).Expression is not { FreeNames.Count: 0 } expression)
        {
            return null;
        }

        var value = expression.Evaluate(Frame.Empty, environment);
        return environment.Diagnostics.Count == 0 ? value : null;
    }

    private bool Differ(int first, int second)
    {
        for (var i = 0; i < table.Code.Outputs.Length; i++)
        {
            if (Constant(first, i) is not { } a || Constant(second, i) is not { } b || a != b)
            {
                return true;
            }
        }

        return false;
    }

    // A box that two rules share, or one of a rule's own.
    private AxisPart[]? Meeting(int first, int second)
    {
        var box = new AxisPart[axes.Count];
        for (var i = 0; i < box.Length; i++)
        {
            var shared = axes[i]
                .Parts.FirstOrDefault(part => part.Rules.Contains(first) && part.Rules.Contains(second));
            if (shared is null)
            {
                return null;
            }

            box[i] = shared;
        }

        return box;
    }

    private static RuleSet All(int count)
    {
        var all = RuleSet.Empty(count);
        for (var i = 0; i < count; i++)
        {
            all.Add(i);
        }

        return all;
    }

    private void Add(TableFindingKind kind, IReadOnlyList<int> rules, IReadOnlyList<AxisPart> box, string message) =>
        findings.Add(
            new TableFinding(
                kind,
                [.. rules.Select(rule => rule + 1)],
                [.. box.Select((part, i) => new ExplainedValue(axes[i].Name, part.Text))],
                message
            )
        );
}
