using System.Text.Json;
using Approvals.Kernel;
using Approvals.Kernel.Calendar;
using Approvals.Server.Cli;
using Approvals.Workflow.Dmn;
using Approvals.Workflow.Feel;

namespace Approvals.Server.Api.Design;

/// <summary>
/// <c>POST /decisions/check</c> and <c>/decisions/evaluate</c>: what <c>approvals dmn check</c> and <c>dmn eval --explain</c> say of a draft,
/// in the same JSON. Models that import others are checked without them.
/// </summary>
public sealed class DecisionEndpoints(CheckedRequest request, WorkingCalendar calendar, TimeProvider clock)
{
    public sealed record CheckBody(string Content);

    public sealed record EvaluateBody(string Content, string Decision, JsonElement Inputs);

    public static void Map(RouteGroupBuilder group)
    {
        Func<HttpContext, Task<IResult>> check = context => Of(context).CheckAsync();
        Func<HttpContext, Task<IResult>> evaluate = context => Of(context).EvaluateAsync();
        group.MapPost("/decisions/check", check).WithMetadata(new DesignEndpoints.ReadsOnly());
        group.MapPost("/decisions/evaluate", evaluate).WithMetadata(new DesignEndpoints.ReadsOnly());
    }

    private static DecisionEndpoints Of(HttpContext context) =>
        context.RequestServices.GetRequiredService<DecisionEndpoints>();

    public Task<IResult> CheckAsync() =>
        request.AnswerAsync<CheckBody>(body => [body.Content], body => CheckedRequest.Json(Check(body.Content)));

    public Task<IResult> EvaluateAsync() =>
        request.AnswerAsync<EvaluateBody>(
            body => [body.Content, body.Decision, body.Inputs.ValueKind == JsonValueKind.Undefined ? null : ""],
            Evaluate
        );

    internal static string Check(string content)
    {
        var reading = DmnReader.Read(content, static _ => null);
        var model = reading.Definitions is null ? null : DecisionModel.Compile(reading.Definitions);
        List<DmnProblem> problems = [.. reading.Problems, .. model?.Problems ?? []];
        return DmnCheckCommand.Json(problems, model?.CheckTables() ?? []);
    }

    private IResult Evaluate(EvaluateBody body)
    {
        if (ResultJson.ReadContext(body.Inputs.GetRawText()) is not { } inputs)
        {
            return request.Refuse(Rejection.Of("design.inputs"));
        }

        if (DmnReader.Read(body.Content, static _ => null).Definitions is not { } definitions)
        {
            return request.Refuse(Rejection.Of("design.no-decision"));
        }

        if (DecisionModel.Compile(definitions).Find(body.Decision) is not { } target)
        {
            return request.Refuse(Rejection.Of("design.no-decision"));
        }

        var environment = new FeelEnvironment { Now = clock.GetUtcNow(), Calendar = calendar };
        var result = target.Evaluate(target.ReadInputs(inputs), environment, explain: true);
        return CheckedRequest.Json(DmnEvalCommand.Json(target, result));
    }
}
