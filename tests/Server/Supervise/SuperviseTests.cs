using System.Net;
using Approvals.Server.Tests.Work;

namespace Approvals.Server.Tests.Supervise;

/// <summary>A supervisor sees every case and changes none.</summary>
public sealed class SuperviseTests(StaffDesk desk) : IClassFixture<StaffDesk>
{
    [Fact]
    public async Task A_supervisor_opens_any_case_and_reaches_no_command_but_urging()
    {
        var key = await desk.SubmitAsync("监察只读");
        var task = desk.TaskOf(key, "accept");
        var supervisor = await desk.SignInAsync(StaffDesk.Supervisor);

        var page = await supervisor.GetAsync($"/supervise/cases/{key}");
        page.Heading.ShouldBe("公共场所卫生许可");
        page.TextsOf(".kv dd").ShouldContain("公共浴室");
        var form = page.Document.QuerySelectorAll("main form").ShouldHaveSingleItem();
        form.GetAttribute("action").ShouldBe($"/supervise/cases/{key}?handler=urge");

        var token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var before = desk.Events(key).Count;
        foreach (
            var address in new[]
            {
                $"/work/tasks/{task}/accept",
                $"/work/tasks/{task}/decline?handler=send",
                $"/work/tasks/{task}/correct?handler=send",
                $"/work/cases/{key}?handler=claim",
                $"/supervise/cases/{key}",
                "/supervise",
            }
        )
        {
            (await supervisor.GetAsync("/work")).Status.ShouldBe(HttpStatusCode.Forbidden);
            await supervisor.PostAsync(
                address,
                ("__RequestVerificationToken", token),
                ("CommandId", Guid.NewGuid().ToString()),
                ("task", task.ToString()!),
                ("Reason", "x"),
                ("WhereToGo", "x")
            );
        }

        desk.Events(key).Count.ShouldBe(before);
        desk.TaskOf(key, "accept").ShouldBe(task);
    }

    [Fact]
    public async Task Staff_have_no_board()
    {
        var clerk = await desk.SignInAsync(StaffDesk.Clerk);
        (await clerk.GetAsync("/supervise")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await clerk.GetAsync("/supervise/cases")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }
}
