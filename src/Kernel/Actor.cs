namespace Approvals.Kernel;

/// <summary>
/// Who acts. <see cref="Id"/> is the person's or the system part's stable id (<c>p:1024</c>, <c>system:worker</c>);
/// <see cref="Groups"/> are <c>role@unit</c> strings resolved by the server when the command arrived.
/// </summary>
public sealed record Actor(string Id, IReadOnlyList<string> Groups)
{
    public static Actor System(string part) => new("system:" + part, []);

    public bool IsIn(string group)
    {
        foreach (var mine in Groups)
        {
            if (string.Equals(mine, group, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
