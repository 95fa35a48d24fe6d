using Approvals.Server.Texts;
using Approvals.Workflow.Forms;

namespace Approvals.Server.Api.Design;

/// <summary>
/// <c>POST /check</c>: what is wrong with a draft, by the rules that deployment asks for and the search for soundness; nothing is stored.
/// </summary>
public sealed class CheckEndpoints(CheckedRequest request, DesignRequest design, ITexts texts)
{
    public sealed record CheckBody(string Kind, string Content);

    /// <summary>What is said of a form: its problems and the titles of its pages.</summary>
    public sealed record FormAnswer(bool Valid, IEnumerable<FormProblemAnswer> Problems, IEnumerable<string> Steps);

    public sealed record FormProblemAnswer(string Component, string Sentence);

    public static void Map(RouteGroupBuilder group)
    {
        Func<HttpContext, Task<IResult>> check = context =>
            context.RequestServices.GetRequiredService<CheckEndpoints>().CheckAsync();
        group.MapPost("/check", check).WithMetadata(new DesignEndpoints.ReadsOnly());
    }

    public Task<IResult> CheckAsync() =>
        request.AnswerAsync<CheckBody>(
            body => [body.Content],
            body =>
                body.Kind switch
                {
                    "process" => Results.Json(new ProcessCheckAnswers(texts).Of(body.Content)),
                    "decision" => CheckedRequest.Json(DecisionEndpoints.Check(body.Content)),
                    "form" => Results.Json(Form(body.Content)),
                    _ => design.BadBody(),
                }
        );

    private FormAnswer Form(string content)
    {
        var reading = FormSchema.Parse(content);
        return new(
            reading.IsUsable,
            reading.Problems.Select(problem => new FormProblemAnswer(problem.Component, problem.Message)),
            reading.Form?.Steps.Select(step => step.Title.In(texts.Language).Text) ?? []
        );
    }
}
