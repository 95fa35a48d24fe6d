using Approvals.Kernel;

namespace Approvals.Server.Api.Design;

/// <summary>What the endpoints that look at a draft share: a bounded body in, the answer or a sentence out.</summary>
public sealed class CheckedRequest(DesignRequest request, CheckQueue queue, IHttpContextAccessor accessor)
{
    /// <summary>Reads the body and answers with what <paramref name="look"/> makes of it; no part of it may be longer than the queue allows.</summary>
    public async Task<IResult> AnswerAsync<TBody>(Func<TBody, IEnumerable<string?>> texts, Func<TBody, IResult> look)
        where TBody : class
    {
        if (await request.ReadAsync<TBody>() is not { } body)
        {
            return request.BadBody();
        }

        var length = 0L;
        foreach (var text in texts(body))
        {
            if (text is null)
            {
                return request.BadBody();
            }

            length += text.Length;
        }

        if (length > CheckQueue.MostCharacters)
        {
            return request.Refuse(Rejection.Of("design.too-large"), StatusCodes.Status413PayloadTooLarge);
        }

        return await queue.RunAsync(() => look(body), accessor.HttpContext!.RequestAborted)
            ?? request.Refuse(Rejection.Of("design.busy"), StatusCodes.Status503ServiceUnavailable);
    }

    public IResult Refuse(Rejection rejection) => request.Refuse(rejection);

    /// <summary>JSON that was written already.</summary>
    public static IResult Json(string json) => Results.Text(json, "application/json");
}
