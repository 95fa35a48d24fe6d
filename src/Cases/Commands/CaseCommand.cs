namespace Approvals.Cases.Commands;

/// <summary>What somebody wants to happen to one case. Who, when and with which numbers is in the <see cref="CaseContext"/>.</summary>
public abstract record CaseCommand;
