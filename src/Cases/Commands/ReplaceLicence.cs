namespace Approvals.Cases.Commands;

/// <summary>The licence that renews this one has been issued, by the platform.</summary>
public sealed record ReplaceLicence(string Successor) : CaseCommand;
