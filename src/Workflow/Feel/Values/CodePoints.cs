namespace Approvals.Workflow.Feel.Values;

/// <summary>Positions in strings as FEEL counts them: Unicode characters, a lone surrogate being one.</summary>
internal static class CodePoints
{
    public static int Count(string text)
    {
        var count = text.Length;
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i]))
            {
                count--;
                i++;
            }
        }

        return count;
    }

    /// <summary>The UTF-16 position after so many characters, at most the end.</summary>
    public static int Skip(string text, int position, long count)
    {
        for (; count > 0 && position < text.Length; count--)
        {
            position += position + 1 < text.Length && char.IsSurrogatePair(text[position], text[position + 1]) ? 2 : 1;
        }

        return position;
    }
}
