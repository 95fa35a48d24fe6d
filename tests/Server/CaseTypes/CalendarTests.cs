using Approvals.Cases.Handling;
using Approvals.Kernel;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Turns;
using Approvals.Server.Operations;
using Approvals.Server.Tests.Apply;
using Approvals.Server.Tests.Fixtures;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Runtime;

namespace Approvals.Server.Tests.CaseTypes;

/// <summary>A new holiday notice moves the dates of running cases, and says so.</summary>
public sealed class CalendarTests(WorkingCity city) : IClassFixture<WorkingCity>
{
    private static readonly WorkingCalendar WithTwoDaysOff = new(
        "test",
        [2026, 2027],
        [(new DateOnly(2026, 10, 15), true, "庆典"), (new DateOnly(2026, 10, 16), true, "庆典")]
    );

    [Fact]
    public async Task Dates_move_once_and_whoever_waits_is_told()
    {
        var applicant = await city.RegisterAsync(Applicants.Bathhouse);
        var key = await WorkingCity.ApplyAsync(
            applicant,
            "QY010",
            Sending.Of(),
            Applicants.Venue,
            Applicants.Papers,
            Applicants.Promise
        );
        await city.DecideAsync(await city.SignInAsync("linxiaoyun"), key, "accept", "accept");
        city.DueOf(key, "promised").ShouldBe("2026-10-21");
        var same = await new Recompute().RunAsync(city.Platform, Operation.Operator);
        same.Lines[0].Sentence.ShouldStartWith("0 instances");
        await WorkingCity.UntilAsync(() => city.TaskOf(key, "review") is not null);
        var instance = ProcessRuntime.InstanceOf(city.TaskOf(key, "review")!.Value);
        var runtime = new ProcessRuntime(
            new DefinitionCache(),
            () => WithTwoDaysOff,
            CaseJobs.All(city.Platform.Cases, () => WithTwoDaysOff),
            [new CaseClocks(() => WithTwoDaysOff, city.Platform.Cases.Items)]
        );

        for (var times = 0; times < 2; times++)
        {
            await city.Platform.SendAsync(
                Actor.System("test"),
                scope => runtime.Execute(scope, instance, new RecomputeClocks()) is { } no ? no : TurnAnswer.Done()
            );
        }

        city.DueOf(key, "promised").ShouldBe("2026-10-23");
        await WorkingCity.UntilAsync(() => city.Messages(key).Any(text => text.Contains("最迟日期改为 10 月 23 日")));
        city.Messages(key).Count(text => text.Contains("最迟日期改为")).ShouldBe(1);
    }
}
