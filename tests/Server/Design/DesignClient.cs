using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Approvals.Server.Tests.Fixtures;

namespace Approvals.Server.Tests.Design;

/// <summary>A browser's calls of the designer's endpoints: with the cookies of a person and, as the editor does, the token of its page.</summary>
public sealed partial class DesignClient : IDisposable
{
    private readonly HttpClient client;
    private string token = "";

    private DesignClient(Uri site) =>
        client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = site };

    /// <summary>Null signs nobody in.</summary>
    public static async Task<DesignClient> OpenAsync(DemoServer server, string? account)
    {
        var opened = new DesignClient(server.Address);
        var page = await opened.client.GetStringAsync("/account/sign-in", TestContext.Current.CancellationToken);
        opened.token = Token().Match(page).Groups[1].Value;
        if (account is not null)
        {
            var form = new Dictionary<string, string>
            {
                ["Form.Name"] = account,
                ["Form.Password"] = DemoServer.Password,
                ["__RequestVerificationToken"] = opened.token,
            };
            using var content = new FormUrlEncodedContent(form);
            await opened.client.PostAsync("/account/sign-in", content, TestContext.Current.CancellationToken);
            opened.token = Token()
                .Match(await opened.client.GetStringAsync("/", TestContext.Current.CancellationToken))
                .Groups[1]
                .Value;
        }

        return opened;
    }

    public async Task<(int Status, JsonElement Answer)> SendAsync(
        string method,
        string path,
        object? body = null,
        bool withToken = true
    )
    {
        using var request = new HttpRequestMessage(new(method), "/design/api/" + path);
        request.Content = body is null ? null : JsonContent.Create(body);
        if (withToken)
        {
            request.Headers.Add("RequestVerificationToken", token);
        }

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        using var answer = JsonDocument.Parse(text.Length == 0 ? "null" : text);
        return ((int)response.StatusCode, answer.RootElement.Clone());
    }

    /// <summary>Posts JSON where a page is answered.</summary>
    public async Task<Shown> PostPageAsync(string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/design/api/" + path);
        request.Content = JsonContent.Create(body);
        request.Headers.Add("RequestVerificationToken", token);
        var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Shown(path, response, text, new HtmlParser().ParseDocument(text));
    }

    /// <summary>The status of a page; 302 leads to the sign-in page.</summary>
    public async Task<HttpResponseMessage> GetAsync(string path) =>
        await client.GetAsync(path, TestContext.Current.CancellationToken);

    /// <summary>Posts a form of a page; the status.</summary>
    public async Task<int> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        var form = fields.Append(("__RequestVerificationToken", token));
        using var content = new FormUrlEncodedContent(form.Select(each => KeyValuePair.Create(each.Item1, each.Item2)));
        using var response = await client.PostAsync(path, content, TestContext.Current.CancellationToken);
        return (int)response.StatusCode;
    }

    /// <summary>Makes a document from the template and gives its id.</summary>
    public async Task<string> CreateAsync(string kind, string name, string? content = null)
    {
        var (status, answer) = await SendAsync(
            "POST",
            "documents",
            new
            {
                kind,
                name,
                folder = "",
                content,
            }
        );
        status.ShouldBe(201, answer.ToString());
        return answer.GetProperty("id").GetString()!;
    }

    public void Dispose() => client.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
