using Approvals.Server.Components.Forms;
using Approvals.Server.Texts;
using Approvals.Workflow.Feel;
using Approvals.Workflow.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Server.Tests.Components.Forms;

/// <summary>The pages' own services, without a listening server: renders the form component as a page would.</summary>
public sealed class FormsRendering : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("approvals-forms-").FullName;
    private readonly WebApplication app;

    public FormsRendering() => app = ServerHost.Build(new ServerOptions(folder, []));

    public static FormValidationOptions Options(FeelContext? variables = null, string? step = null) =>
        new()
        {
            Environment = new FeelEnvironment { Now = new(2026, 10, 12, 10, 0, 0, TimeSpan.FromHours(8)) },
            Checks = [new AnyCheck(FieldChecks.CreditCode), new AnyCheck(FieldChecks.CitizenId)],
            Variables = variables ?? FeelContext.Empty,
            Step = step,
        };

    public static FormInput Input(params (string Key, string Value)[] values) =>
        new(
            values
                .GroupBy(v => v.Key)
                .ToDictionary(g => g.Key, IReadOnlyList<string> (g) => [.. g.Select(v => v.Value)])
        );

    /// <summary>A page after its post: judged, with its errors.</summary>
    public static FormPage Posted(Form form, FormInput input, FormValidationOptions options) =>
        new(form, options) { Posted = input, Outcome = FormValidator.Validate(form, input, options) };

    public async Task<(FormsView View, string Html)> RenderAsync(FormPage page, string language = "zh-Hans")
    {
        await using var scope = app.Services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        http.Request.QueryString = new QueryString("?lang=" + language);
        http.Response.Body = new MemoryStream();
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = http;
        await new LanguageChoice(_ => Task.CompletedTask).InvokeAsync(http);

        var view = new FormDrawing(scope.ServiceProvider.GetRequiredService<ITexts>()).Draw(page);
        return (view, await WriteAsync(http, view));
    }

    private static async Task<string> WriteAsync(HttpContext http, FormsView view)
    {
        var services = http.RequestServices;
        var found = services
            .GetRequiredService<IRazorViewEngine>()
            .GetView(null, "/Components/Forms/Forms.cshtml", isMainPage: false);
        found.Success.ShouldBeTrue();
        var data = new ViewDataDictionary<FormsView>(new EmptyModelMetadataProvider(), new ModelStateDictionary())
        {
            Model = view,
        };
        var context = new ActionContext(http, new RouteData(), new ActionDescriptor());
        var temp = new TempDataDictionary(http, services.GetRequiredService<ITempDataProvider>());
        await using var writer = new StringWriter();
        await found.View!.RenderAsync(
            new ViewContext(context, found.View, data, temp, writer, new HtmlHelperOptions())
        );
        return writer.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private sealed record AnyCheck(string Name) : IFieldCheck
    {
        public bool IsValid(string text) => text == "OK";
    }
}
