using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Approvals.Server.Tests.Fixtures;

namespace Approvals.Server.Tests.Track;

/// <summary>Files up and down, with the cookies of a browser.</summary>
public static class BrowserFiles
{
    private static readonly Uri Site = new("http://localhost");

    public static async Task<byte[]> GetBytesAsync(this Browser browser, string address)
    {
        using var client = Client(browser);
        return await client.GetByteArrayAsync(new Uri(Site, address), TestContext.Current.CancellationToken);
    }

    /// <summary>Sends the form as a browser does: what is filled in already, <paramref name="texts"/> over it, and files.</summary>
    public static async Task<Shown> SendFormAsync(
        this Browser browser,
        Shown page,
        string selector,
        IReadOnlyList<(string Name, string Value)> texts,
        params IReadOnlyList<(string Name, string File, byte[] Bytes)> files
    )
    {
        var form = page.Document.QuerySelector<IHtmlFormElement>(selector).ShouldNotBeNull($"no form {selector}");
        using var content = new MultipartFormDataContent();
        var values = form.QuerySelectorAll<IHtmlInputElement>("input")
            .Where(input => input.Name is not null && input.Type != "file")
            .Where(input => input.Type is not ("radio" or "checkbox") || input.IsChecked)
            .ToDictionary(input => input.Name!, input => input.Value, StringComparer.Ordinal);
        foreach (var (name, value) in texts)
        {
            values[name] = value;
        }

        foreach (var (name, value) in values)
        {
            content.Add(new StringContent(value), name);
        }

        foreach (var (name, file, bytes) in files)
        {
            var part = new ByteArrayContent(bytes);
            part.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
            content.Add(part, name, file);
        }

        using var client = Client(browser);
        var address = form.GetAttribute("action") ?? page.Address;
        var response = await client.PostAsync(new Uri(Site, address), content, TestContext.Current.CancellationToken);
        if (response.StatusCode == HttpStatusCode.Redirect)
        {
            return await browser.GetAsync(response.Headers.Location!.OriginalString);
        }

        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Shown(address, response, body, new HtmlParser().ParseDocument(body));
    }

    private static HttpClient Client(Browser browser)
    {
        var client = browser.Server.CreateClient();
        client.DefaultRequestHeaders.Add("Cookie", browser.Jar.GetCookieHeader(Site));
        client.DefaultRequestHeaders.Add("Accept-Language", browser.AcceptLanguage);
        return client;
    }
}
