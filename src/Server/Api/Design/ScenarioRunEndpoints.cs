using Approvals.Kernel.Calendar;
using Approvals.Server.Reads.Design;
using Approvals.Workflow.Simulation.Scenarios;

namespace Approvals.Server.Api.Design;

/// <summary>
/// <c>POST /scenarios/run</c>: tells the stories of a draft as <c>approvals workflow test</c> does, with the decisions of the library.
/// </summary>
public sealed class ScenarioRunEndpoints(CheckedRequest request, DocumentQuery documents, WorkingCalendar calendar)
{
    /// <summary>The most scenario files and decisions of one run.</summary>
    private const int Most = 50;

    /// <param name="Decisions">The ids of documents.</param>
    public sealed record RunBody(
        string Content,
        IReadOnlyList<ScenarioText> Scenarios,
        IReadOnlyList<string>? Decisions
    );

    public sealed record ScenarioText(string Id, string Name, string Content);

    /// <param name="NeverReached">Elements that no story enters.</param>
    public sealed record RunAnswer(IEnumerable<FileAnswer> Files, IEnumerable<string> NeverReached);

    public sealed record FileAnswer(string Id, string? Problem, IEnumerable<ScenarioResult> Results);

    public static void Map(RouteGroupBuilder group)
    {
        Func<HttpContext, Task<IResult>> run = context =>
            context.RequestServices.GetRequiredService<ScenarioRunEndpoints>().RunAsync();
        group.MapPost("/scenarios/run", run).WithMetadata(new DesignEndpoints.ReadsOnly());
    }

    public Task<IResult> RunAsync() =>
        request.AnswerAsync<RunBody>(
            body => [body.Content, .. (body.Scenarios ?? []).Take(Most).Select(file => file.Content)],
            body => Results.Json(Run(body))
        );

    private RunAnswer Run(RunBody body)
    {
        var decisions = (body.Decisions ?? [])
            .Take(Most)
            .Select(id => long.TryParse(id, out var key) ? documents.Find(key)?.Document.Content : null)
            .OfType<string>()
            .ToList();
        var files = new List<FileAnswer>();
        HashSet<string>? never = null;
        foreach (var file in body.Scenarios.Take(Most))
        {
            var report = ScenarioSuite.Run(file.Name, file.Content, _ => body.Content, decisions, calendar);
            files.Add(new(file.Id, report.Problem, report.Results));
            if (report.Problem is null)
            {
                never ??= [.. report.NeverReached];
                never.IntersectWith(report.NeverReached);
            }
        }

        return new(files, never ?? []);
    }
}
