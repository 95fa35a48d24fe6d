namespace Approvals.Workflow.Dmn.Checking;

/// <summary>
/// Walks the boxes that the parts of all axes span, column by column, carrying the rules that still match. Two branches with the
/// same rules left at the same column are one. A budget of steps bounds it.
/// </summary>
internal sealed class BoxSearch(IReadOnlyList<Axis> axes, int budget)
{
    private readonly HashSet<(int Column, RuleSet Rules, RuleSet Within)> seen = [];
    private readonly AxisPart[] path = new AxisPart[axes.Count];
    private int steps;

    public bool IsExhausted => steps > budget;

    /// <summary>
    /// Boxes that none of the rules matches, up to a number of them; with <paramref name="within"/> only where all of those match.
    /// </summary>
    public List<AxisPart[]> Uncovered(RuleSet rules, RuleSet within, int most)
    {
        seen.Clear();
        var found = new List<AxisPart[]>();
        Walk(0, rules, within, most, found);
        return found;
    }

    private void Walk(int column, RuleSet rules, RuleSet within, int most, List<AxisPart[]> found)
    {
        if (found.Count >= most || ++steps > budget)
        {
            return;
        }

        if (column == axes.Count)
        {
            if (rules.IsEmpty)
            {
                found.Add([.. path]);
            }

            return;
        }

        foreach (var part in axes[column].Parts)
        {
            if (!within.And(part.Rules).Equals(within))
            {
                continue;
            }

            path[column] = part;
            var left = rules.And(part.Rules);
            if (left.IsEmpty)
            {
                // Whatever the other columns say: any of their parts completes the example.
                if (Complete(column + 1, within))
                {
                    found.Add([.. path]);
                }
            }
            else if (seen.Add((column + 1, left, within)))
            {
                Walk(column + 1, left, within, most, found);
            }

            if (found.Count >= most || IsExhausted)
            {
                return;
            }
        }
    }

    private bool Complete(int column, RuleSet within)
    {
        for (var i = column; i < axes.Count; i++)
        {
            if (axes[i].Parts.FirstOrDefault(part => within.And(part.Rules).Equals(within)) is not { } part)
            {
                return false;
            }

            path[i] = part;
        }

        return true;
    }
}
