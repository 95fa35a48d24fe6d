namespace Approvals.Workflow.Feel.Values;

/// <summary>FEEL's `in` (DMN 1.5 table 55) for a value and the value of one test.</summary>
internal static class Membership
{
    public static bool? Test(FeelValue value, FeelValue test, FeelEnvironment environment)
    {
        switch (test.Kind)
        {
            case FeelKind.Range when value.Kind != FeelKind.Range:
                return Includes(test.AsRange(), value);
            case FeelKind.List:
                return TestList(value, test.AsList(), environment);
            default:
                return Comparing.AreEqual(value, test, environment);
        }
    }

    /// <summary>Null when the value cannot be compared with the range's ends.</summary>
    public static bool? Includes(FeelRange range, FeelValue value)
    {
        if (range.IsExclusion)
        {
            return Comparing.Compare(range.Start, value) is { } same ? same != 0 : null;
        }

        if (!range.Start.IsNull)
        {
            if (Comparing.Compare(range.Start, value) is not { } order)
            {
                return null;
            }

            if (order > 0 || (order == 0 && !range.StartIncluded))
            {
                return false;
            }
        }

        if (range.End.IsNull)
        {
            return range.Start.IsNull ? null : true;
        }

        return Comparing.Compare(value, range.End) is { } last ? last < 0 || (last == 0 && range.EndIncluded) : null;
    }

    private static bool? TestList(FeelValue value, IReadOnlyList<FeelValue> tests, FeelEnvironment environment)
    {
        // A list is in a list that equals it, or that has it as an item.
        if (value.Kind == FeelKind.List && Comparing.AreEqual(value, FeelValue.From(tests), environment) == true)
        {
            return true;
        }

        // By index: an enumerator of the interface would be an allocation in every condition.
        for (var i = 0; i < tests.Count; i++)
        {
            var test = tests[i];
            environment.Step();
            var found =
                test.Kind == FeelKind.Range && value.Kind != FeelKind.Range
                    ? Includes(test.AsRange(), value)
                    : Comparing.AreEqual(value, test, environment);
            if (found == true)
            {
                return true;
            }
        }

        return false;
    }
}
