namespace Approvals.Cases.Commands;

/// <summary>准予延期; who approved it is named, because the law reserves it to the head of the body, in joint handling to that of the government.</summary>
public sealed record GrantExtension(string ApprovedBy) : CaseCommand;
