namespace Approvals.Cases;

/// <summary>延期的上限 (行政许可法 art. 42): 10 working days with the approval of the body's head, 15 in joint handling with that of the government's.</summary>
public static class ExtensionRules
{
    public static int LongestDays(CaseType type) => type == CaseType.Joint ? 15 : 10;
}
