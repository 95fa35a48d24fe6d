namespace Approvals.Workflow.Feel;

/// <summary>The rounding rules of FEEL's numeric functions (DMN 1.5 §10.3.4.5): up and down are away from and towards zero.</summary>
public enum FeelRounding
{
    HalfEven,
    HalfUp,
    HalfDown,
    Up,
    Down,
    Floor,
    Ceiling,
}
