using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.TestHost;

namespace Approvals.Server.Tests.Fixtures;

/// <summary>A browser without scripts: keeps cookies, follows redirects inside the site, fills in forms.</summary>
public sealed class Browser(TestServer server)
{
    private static readonly Uri Site = new("http://localhost");
    private readonly HttpClient client = server.CreateClient();

    /// <summary>The cookies; another browser may be given them.</summary>
    public CookieContainer Jar { get; init; } = new();

    public string AcceptLanguage { get; set; } = "zh-CN";

    public TestServer Server => server;

    public Task<Shown> GetAsync(string address) => SendAsync(new HttpRequestMessage(HttpMethod.Get, address), 5);

    /// <summary>Fills in the form that posts to (or is found by) the selector and sends it with everything hidden in it.</summary>
    public Task<Shown> SubmitAsync(Shown page, string selector, params (string Name, string Value)[] fields)
    {
        var form = page.Document.QuerySelector<IHtmlFormElement>(selector).ShouldNotBeNull($"no form {selector}");
        var values = form.QuerySelectorAll<IHtmlInputElement>("input")
            .Where(input => input.Name is not null && (input.Type is not ("radio" or "checkbox") || input.IsChecked))
            .ToDictionary(input => input.Name!, input => input.Value, StringComparer.Ordinal);
        foreach (var (name, value) in fields)
        {
            values[name] = value;
        }

        var address = form.GetAttribute("action") ?? page.Address;
        if (form.Method == "get")
        {
            var query = string.Join('&', values.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));
            return GetAsync($"{address}?{query}");
        }

        return SendAsync(
            new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(values) },
            5
        );
    }

    public Task<Shown> PostAsync(string address, params (string Name, string Value)[] fields) =>
        SendAsync(
            new HttpRequestMessage(HttpMethod.Post, address)
            {
                Content = new FormUrlEncodedContent(
                    fields.Select(field => KeyValuePair.Create(field.Name, field.Value))
                ),
            },
            5
        );

    private async Task<Shown> SendAsync(HttpRequestMessage request, int redirectsLeft)
    {
        var address = request.RequestUri!.OriginalString;
        request.RequestUri = new Uri(Site, request.RequestUri);
        request.Headers.Add("Accept-Language", AcceptLanguage);
        if (Jar.GetCookieHeader(Site) is { Length: > 0 } kept)
        {
            request.Headers.Add("Cookie", kept);
        }

        var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        if (response.Headers.TryGetValues("Set-Cookie", out var set))
        {
            foreach (var cookie in set)
            {
                Jar.SetCookies(Site, cookie);
            }
        }

        if (response.Headers.Location is { } location && redirectsLeft > 0)
        {
            var next = location.IsAbsoluteUri ? location.PathAndQuery : location.OriginalString;
            return await SendAsync(new HttpRequestMessage(HttpMethod.Get, next), redirectsLeft - 1);
        }

        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Shown(address, response, body, new HtmlParser().ParseDocument(body));
    }
}

/// <summary>What the browser shows after an answer.</summary>
public sealed record Shown(string Address, HttpResponseMessage Response, string Body, IHtmlDocument Document)
{
    public HttpStatusCode Status => Response.StatusCode;

    public string Heading => TextOf("h1");

    public string TextOf(string selector) => Tidy(Document.QuerySelector(selector).ShouldNotBeNull($"no {selector}"));

    public IReadOnlyList<string> TextsOf(string selector) => [.. Document.QuerySelectorAll(selector).Select(Tidy)];

    private static string Tidy(IElement element) =>
        string.Join(' ', element.TextContent.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
}
