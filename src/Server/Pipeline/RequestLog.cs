using System.Diagnostics;

namespace Approvals.Server.Pipeline;

/// <summary>
/// One line per request: method, route, status, time. The route's pattern instead of the address, and no query, so that
/// numbers, names and tokens never reach the log.
/// </summary>
public sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> log, TimeProvider clock)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var started = clock.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            var endpoint = context.GetEndpoint() as RouteEndpoint;
            var route = endpoint?.RoutePattern.RawText ?? "-";
            var milliseconds = clock.GetElapsedTime(started).TotalMilliseconds;
            Write(
                context.Request.Method,
                route,
                context.Response.StatusCode,
                milliseconds,
                Activity.Current?.TraceId.ToString()
            );
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Route} {Status} {Milliseconds:0.0} ms {Trace}")]
    private partial void Write(string method, string route, int status, double milliseconds, string? trace);
}
