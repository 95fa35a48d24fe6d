using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Approvals.Kernel.Clock;
using Approvals.Kernel.Folders;
using Approvals.Server.Pipeline;
using Approvals.Server.Storage;

namespace Approvals.Server.Operations;

/// <summary>
/// The way of an operation to its data folder: it opens the folder itself, or, when a server holds it, asks that server through its
/// control endpoint. A folder with a manual clock keeps it.
/// </summary>
public static class OperationRoute
{
    /// <summary>How long a server may take to answer; a migration of many instances takes a while.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public static async Task<OperationAnswer> RunAsync(
        DataFolder folder,
        Operation operation,
        CancellationToken cancellation
    )
    {
        if (!File.Exists(folder.Database))
        {
            return OperationAnswer.Failed($"There is no platform in {folder.Path}.");
        }

        await using (var platform = Platform.TryOpen(folder, ClockOf(folder)))
        {
            if (platform is not null)
            {
                return await operation.RunAsync(platform, Operation.Operator);
            }
        }

        return ControlFile.Read(folder) is { } control
            ? await AskAsync(control, operation, cancellation)
            : OperationAnswer.Failed($"Another process is writing to {folder.Path}, and it takes no commands.");
    }

    private static TimeProvider ClockOf(DataFolder folder) =>
        File.Exists(folder.Within("clock"))
            ? ManualClock.Open(folder, TimeProvider.System.GetUtcNow())
            : TimeProvider.System;

    private static async Task<OperationAnswer> AskAsync(
        ControlFile control,
        Operation operation,
        CancellationToken cancellation
    )
    {
        using var client = new HttpClient { BaseAddress = new Uri(control.Url), Timeout = Longest };
        using var request = new HttpRequestMessage(HttpMethod.Post, ControlEndpoints.OperationPath)
        {
            Content = JsonContent.Create(operation, options: OperationJson.Options),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", control.Token);
        try
        {
            using var response = await client.SendAsync(request, cancellation);
            return
                response.StatusCode == HttpStatusCode.OK
                && await response.Content.ReadFromJsonAsync<OperationAnswer>(OperationJson.Options, cancellation)
                    is { } answer
                ? answer
                : OperationAnswer.Failed($"The server at {control.Url} answered {(int)response.StatusCode}.");
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException)
        {
            return OperationAnswer.Failed($"The server at {control.Url} did not answer: {failure.Message}");
        }
    }
}
