using System.Collections.Immutable;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Execution.Explanation;

/// <summary>
/// One thing that a token waits for. <see cref="Code"/> names the sentence, <see cref="Parameters"/> fill it; both are stable:
/// <list type="table">
/// <item><term><c>person</c></term><description>key, assignee, candidateGroups, candidateUsers</description></item>
/// <item><term><c>job</c></term><description>key, type, retries, retryAt</description></item>
/// <item><term><c>timer</c></term><description>key, element, due, repetitions</description></item>
/// <item><term><c>message</c></term><description>key, element, name, correlationKey</description></item>
/// <item><term><c>signal</c></term><description>key, element, name</description></item>
/// <item><term><c>condition</c></term><description>key, element, condition, value, diagnostic</description></item>
/// <item><term><c>join</c>, <c>activation</c>, <c>reset</c></term><description>has, lacks, tokens, expected, deadlock, condition;
/// see <see cref="JoinReasons"/></description></item>
/// <item><term><c>inside</c></term><description>active</description></item>
/// <item><term><c>rounds</c></term><description>total, started, completed</description></item>
/// <item><term><c>call</c></term><description>process, active</description></item>
/// <item><term><c>incident</c></term><description>key, kind, message, resolution</description></item>
/// <item><term><c>ready</c></term><description>flow</description></item>
/// </list>
/// Instants are ISO 8601 texts, keys texts, absent parameters null.
/// </summary>
/// <param name="Moves">The commands that would move the token on, by name, the usual one first.</param>
public sealed record WaitReason(string Code, FeelContext Parameters, ImmutableArray<string> Moves);

/// <summary>A token that waits, and why.</summary>
/// <param name="ElementId">The element it is in, or for a token on a flow the one it wants to enter.</param>
/// <param name="Since">The key of the element instance, which was given when it began; null for a token on a flow.</param>
public sealed record WaitingToken(
    string ElementId,
    string ElementType,
    string? ElementName,
    long ScopeKey,
    long? Since,
    ImmutableArray<WaitReason> Reasons
);
