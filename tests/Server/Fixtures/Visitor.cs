using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Approvals.Server.Tests.Fixtures;

/// <summary>A person with a browser without scripts, over the network: cookies, redirects, forms with files.</summary>
public sealed class Visitor(Uri site)
{
    private readonly HttpClient client = Connect(site);

    public string AcceptLanguage { get; set; } = "zh-CN";

    public async Task<Shown> GetAsync(string address) =>
        await ShowAsync(new HttpRequestMessage(HttpMethod.Get, address));

    public async Task SignInAsync(string account, string? returnTo = null)
    {
        var page = await GetAsync("/account/sign-in?returnUrl=" + Uri.EscapeDataString(returnTo ?? "/"));
        await SignInAsync(page, account);
    }

    /// <summary>Signs in on the page that asked for it and shows where that leads.</summary>
    public Task<Shown> SignInAsync(Shown page, string account) =>
        SendAsync(page, "main form", Sending.Of(("Form.Name", account), ("Form.Password", DemoServer.Password)));

    /// <summary>Fills in the form that the selector finds and sends it the way its button would.</summary>
    public async Task<Shown> SendAsync(Shown page, string selector, Sending sending)
    {
        var form = page.Document.QuerySelector<IHtmlFormElement>(selector).ShouldNotBeNull($"no form {selector}");
        var values = Filled(form).Where(pair => !sending.Replaces(pair.Key)).Concat(sending.Values).ToList();
        var address = form.GetAttribute("action") is { Length: > 0 } action ? action : page.Address;
        HttpContent content =
            form.GetAttribute("enctype") == "multipart/form-data"
                ? Multipart(values, sending.Files)
                : new FormUrlEncodedContent(values);
        return await ShowAsync(new HttpRequestMessage(HttpMethod.Post, address) { Content = content });
    }

    public Task<Shown> PostAsync(string address, params (string Name, string Value)[] fields) =>
        ShowAsync(
            new HttpRequestMessage(HttpMethod.Post, address)
            {
                Content = new FormUrlEncodedContent(Sending.Of(fields).Values),
            }
        );

    private static IEnumerable<KeyValuePair<string, string>> Filled(IHtmlFormElement form)
    {
        foreach (var control in form.QuerySelectorAll("input[name], textarea[name], select[name]"))
        {
            var value = control switch
            {
                IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } => null,
                IHtmlInputElement { Type: "file" } => null,
                IHtmlInputElement input => input.Value,
                IHtmlTextAreaElement area => area.Value,
                IHtmlSelectElement select => select.Value,
                _ => null,
            };
            if (value is not null)
            {
                yield return KeyValuePair.Create(control.GetAttribute("name")!, value);
            }
        }
    }

    private static MultipartFormDataContent Multipart(
        IEnumerable<KeyValuePair<string, string>> values,
        IEnumerable<SentFile> files
    )
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in values)
        {
            content.Add(new StringContent(value), name);
        }

        foreach (var file in files)
        {
            content.Add(new ByteArrayContent(file.Bytes), file.Field, file.Name);
        }

        return content;
    }

    private static HttpClient Connect(Uri site) =>
        new(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = site };

    private async Task<Shown> ShowAsync(HttpRequestMessage request)
    {
        request.Headers.Add("Accept-Language", AcceptLanguage);
        var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var address = response.RequestMessage!.RequestUri!.PathAndQuery;
        return new Shown(address, response, body, new HtmlParser().ParseDocument(body));
    }
}

/// <summary>What is put into a form before it is sent.</summary>
public sealed record Sending(IReadOnlyList<KeyValuePair<string, string>> Values, IReadOnlyList<SentFile> Files)
{
    private static readonly byte[] PdfHead = "%PDF-1.7\n"u8.ToArray();

    public static Sending Of(params (string Name, string Value)[] values) =>
        new([.. values.Select(pair => KeyValuePair.Create(pair.Name, pair.Value))], []);

    public Sending With(params SentFile[] files) => this with { Files = [.. Files, .. files] };

    public bool Replaces(string name) => Values.Any(pair => pair.Key == name);

    /// <summary>Bytes that begin like a PDF.</summary>
    public static SentFile Pdf(string field, string name, int length = 2_000) =>
        new(field, name, [.. PdfHead, .. new byte[length - PdfHead.Length]]);
}

public sealed record SentFile(string Field, string Name, byte[] Bytes);
