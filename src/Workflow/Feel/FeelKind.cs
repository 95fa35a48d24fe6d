namespace Approvals.Workflow.Feel;

/// <summary>The kinds of FEEL values (DMN 1.5 §10.3.2). The numbers are part of <see cref="FeelBinary"/>'s format.</summary>
public enum FeelKind : byte
{
    Null = 0,
    Boolean = 1,
    Number = 2,
    String = 3,
    Date = 4,
    Time = 5,
    DateTime = 6,
    DaysTimeDuration = 7,
    YearsMonthsDuration = 8,
    List = 9,
    Context = 10,
    Range = 11,
    Function = 12,
}
