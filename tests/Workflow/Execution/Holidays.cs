using Approvals.Kernel.Calendar;

namespace Approvals.Workflow.Tests.Execution;

/// <summary>The State Council's notice for 2026 (国办发明电〔2025〕7号), as far as tests need it.</summary>
internal static class Holidays
{
    public static WorkingCalendar Calendar2026 { get; } =
        new(
            "2026",
            [2026],
            [
                .. Span("元旦", new(2026, 1, 1), 3),
                .. Span("春节", new(2026, 2, 15), 9),
                .. Span("清明节", new(2026, 4, 4), 3),
                .. Span("劳动节", new(2026, 5, 1), 5),
                .. Span("端午节", new(2026, 6, 19), 3),
                .. Span("中秋节", new(2026, 9, 25), 3),
                .. Span("国庆节", new(2026, 10, 1), 7),
                Worked("元旦", 1, 4),
                Worked("春节", 2, 14),
                Worked("春节", 2, 28),
                Worked("劳动节", 5, 9),
                Worked("国庆节", 9, 20),
                Worked("国庆节", 10, 10),
            ]
        );

    private static (DateOnly Date, bool IsOff, string Name) Worked(string name, int month, int day) =>
        (new(2026, month, day), false, name);

    private static IEnumerable<(DateOnly Date, bool IsOff, string Name)> Span(string name, DateOnly first, int days) =>
        Enumerable.Range(0, days).Select(day => (first.AddDays(day), true, name));
}
