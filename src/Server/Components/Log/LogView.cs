using Microsoft.AspNetCore.Html;

namespace Approvals.Server.Components.Log;

/// <summary>What happened, latest first. <see cref="Proof"/> is the line that says how it can be verified.</summary>
public sealed record LogView(IReadOnlyList<LogEntry> Entries, IHtmlContent? Proof = null, string? Language = null);

public sealed record LogEntry(DateTimeOffset At, string What, IHtmlContent? Detail = null);
