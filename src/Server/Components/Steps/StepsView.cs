namespace Approvals.Server.Components.Steps;

/// <summary>The steps of a process or a form, in order.</summary>
/// <param name="IsShort">Names only, as beside a form.</param>
public sealed record StepsView(IReadOnlyList<Step> All, bool IsShort = false, string? Language = null);

public sealed record Step(string Name, StepState State, string? Detail = null, string? Href = null);

public enum StepState
{
    Todo,
    Now,
    Done,
}
