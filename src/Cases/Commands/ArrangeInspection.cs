namespace Approvals.Cases.Commands;

/// <summary>安排联合踏勘: when, where, and which units come.</summary>
public sealed record ArrangeInspection(DateTimeOffset On, string Place, IReadOnlyList<string> Units) : CaseCommand;
