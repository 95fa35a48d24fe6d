using System.Collections;

namespace Approvals.Workflow.Feel.Values;

/// <summary>The first items of a list that only ever grows: what `partial` saw, without a copy per turn.</summary>
internal sealed class ListPrefix(List<FeelValue> list, int count) : IReadOnlyList<FeelValue>
{
    public int Count => count;

    public FeelValue this[int index] =>
        index < count ? list[index] : throw new ArgumentOutOfRangeException(nameof(index));

    public IEnumerator<FeelValue> GetEnumerator()
    {
        for (var i = 0; i < count; i++)
        {
            yield return list[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
