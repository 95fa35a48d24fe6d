namespace Approvals.Kernel.Organisations;

/// <summary>市、区县、街道（乡镇）、社区（村): the four levels that share one system.</summary>
public enum UnitLevel
{
    City,
    District,
    Street,
    Village,
}

/// <summary>What a unit is among the bodies of government.</summary>
public enum UnitKind
{
    /// <summary>行政服务中心管理机构.</summary>
    Centre,

    /// <summary>政府工作部门.</summary>
    Department,

    /// <summary>部门管理机构, a bureau administered by a department.</summary>
    Subordinate,

    /// <summary>垂直管理机构 (税务、消防), led from above.</summary>
    Vertical,

    /// <summary>街道办事处、乡镇人民政府、社区、村: a body of a place.</summary>
    Local,
}

/// <summary>
/// A body that holds powers or windows. <see cref="Code"/> is the short stable name in groups (<c>reviewer@health</c>);
/// <see cref="CreditCode"/> its unified social credit code, the head of its items' implementation codes.
/// </summary>
/// <param name="DocumentPrefix">The head of its document numbers: 卫 in 卫证字〔2026〕第 0071 号.</param>
/// <param name="Region">Six digits of the place (GB/T 2260).</param>
public sealed record Unit(
    string Code,
    string Name,
    string ShortName,
    UnitLevel Level,
    UnitKind Kind,
    string? Parent,
    string CreditCode,
    string Region,
    string DocumentPrefix,
    IReadOnlyList<Window> Windows
);

/// <summary>窗口: a numbered counter of the hall, with how to reach it. <see cref="Number"/> is what hangs above it.</summary>
public sealed record Window(string Number, string Name, string Place, string Phone, string Hours);
