namespace Approvals.Workflow.Feel.Syntax;

/// <summary>The reserved words of FEEL; none of them can be an undeclared name or continue one.</summary>
internal static class Keywords
{
    private static readonly string[] All =
    [
        "and",
        "between",
        "else",
        "every",
        "false",
        "for",
        "function",
        "if",
        "in",
        "instance",
        "null",
        "or",
        "return",
        "satisfies",
        "some",
        "then",
        "true",
    ];

    public static string? Find(ReadOnlySpan<char> word)
    {
        foreach (var keyword in All)
        {
            if (word.SequenceEqual(keyword))
            {
                return keyword;
            }
        }

        return null;
    }
}
