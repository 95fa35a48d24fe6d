using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Approvals.Kernel.Folders;
using Approvals.Server.Pipeline;

namespace Approvals.Server.Cli;

/// <summary><c>approvals clock advance SPAN</c>: moves the manual clock of the server that holds the data folder.</summary>
internal static class ClockCommand
{
    public static Command Create()
    {
        var span = new Argument<string>("SPAN")
        {
            Description = "How far: `90m`, `6h`, `3d`, `2d12h`, or an ISO 8601 duration such as `P3DT2H`.",
        };
        var data = CommandLine.DataOption();
        var json = CommandLine.JsonOption();
        var advance = new Command("advance", "Move the manual clock of the running server forward.")
        {
            span,
            data,
            json,
        };
        advance.SetAction(
            (parsed, cancellation) =>
                AdvanceAsync(
                    parsed.GetRequiredValue(span),
                    new DataFolder(parsed.GetRequiredValue(data).FullName),
                    parsed.GetValue(json),
                    cancellation
                )
        );
        return new Command("clock", "The manual clock of tests and training.") { advance };
    }

    private static async Task<int> AdvanceAsync(
        string text,
        DataFolder folder,
        bool json,
        CancellationToken cancellation
    )
    {
        if (ClockSpan.TryParse(text) is not { } span)
        {
            return await CommandLine.FailAsync(
                $"'{text}' is no span of time of at most 100 years. Write for example 90m, 6h, 3d or P3DT2H.",
                CommandLine.Usage
            );
        }

        if (ControlFile.Read(folder) is not { } control)
        {
            return await CommandLine.FailAsync(
                $"No server with a manual clock runs on {folder.Path}. Start one: approvals serve --clock manual --data …"
            );
        }

        using var client = new HttpClient { BaseAddress = new Uri(control.Url) };
        using var request = new HttpRequestMessage(HttpMethod.Post, ControlEndpoints.AdvancePath);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", control.Token);
        request.Content = new StringContent(span.TotalSeconds.ToString(CultureInfo.InvariantCulture));
        try
        {
            using var response = await client.SendAsync(request, cancellation);
            if (response.StatusCode == HttpStatusCode.NotFound)
            {
                return await CommandLine.FailAsync(
                    $"The server on {folder.Path} follows the system's clock. Start it with --clock manual to move it."
                );
            }

            response.EnsureSuccessStatusCode();
            var now = await response.Content.ReadAsStringAsync(cancellation);
            await CommandLine.SayAsync(json, now, new { now });
            return CommandLine.Done;
        }
        catch (HttpRequestException failure)
        {
            return await CommandLine.FailAsync(
                $"The server at {control.Url} did not move its clock: {failure.Message}"
            );
        }
    }
}
