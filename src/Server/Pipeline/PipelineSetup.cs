using System.Text.Encodings.Web;
using System.Text.Unicode;
using Approvals.Server.Api.Design;
using Approvals.Server.Api.Tenders;
using Approvals.Server.Identity;
using Approvals.Server.Texts;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.WebEncoders;

namespace Approvals.Server.Pipeline;

/// <summary>Every service and every middleware of the web server, in order, in one place.</summary>
public static class PipelineSetup
{
    private static readonly TimeSpan OneYear = TimeSpan.FromDays(365);

    public static void AddPipeline(this WebApplicationBuilder builder, ServerOptions options)
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);

        var services = builder.Services;
        services.AddSingleton(options);
        services.AddSingleton(options.Clock);
        services.AddSingleton(TextTable.Load());
        services.AddSingleton(Assets.Load());
        services.AddHttpContextAccessor();
        services.AddScoped<ITexts, RequestTexts>();
        services.AddScoped<PageFrame>();
        services.AddHealthChecks();
        services.AddIdentityRoom(options);
        services.AddRateLimiter(AccountLimit.Apply);
        services.AddResponseCompression(CompressAssetsOnly);
        services.AddOutputCache(cache => cache.AddPolicy(PublicPages.Policy, new PublicPages(options.PublicPagesKept)));
        services.AddRazorPages(AccessRules.Apply);
        services.Configure<RazorViewEngineOptions>(razor =>
            razor.PageViewLocationFormats.Add("/Components/{0}/{0}.cshtml")
        );
        services.Configure<WebEncoderOptions>(web =>
            web.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All)
        );
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "approvals.form";
            antiforgery.Cookie.SameSite = SameSiteMode.Lax;
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.Configure<RouteOptions>(routes => routes.LowercaseUrls = true);
    }

    public static void UsePipeline(this WebApplication app)
    {
        app.UseForwardedHeaders(
            new ForwardedHeadersOptions
            {
                ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            }
        );
        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<LanguageChoice>();
        app.UseExceptionHandler("/error/500");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseResponseCompression();
        app.UseAssets();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseOutputCache();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapHealthChecks("/healthz", new HealthCheckOptions { AllowCachingResponses = false });
        app.MapRazorPages();
        app.MapDesign();
        app.MapTenders();
    }

    // Pages carry form tokens and what people typed: compressing them over TLS would leak their lengths (BREACH).
    private static void CompressAssetsOnly(ResponseCompressionOptions compression)
    {
        compression.EnableForHttps = true;
        compression.MimeTypes = ["text/css", "text/javascript", "image/svg+xml"];
    }

    private static void UseAssets(this WebApplication app)
    {
        var assets = app.Services.GetRequiredService<Assets>();
        app.UseStaticFiles(
            new StaticFileOptions
            {
                RequestPath = Assets.Path,
                FileProvider = new PhysicalFileProvider(Assets.Directory),
                OnPrepareResponse = served =>
                    served.Context.Response.Headers.CacheControl = assets.IsHashed(served.Context.Request.Path)
                        ? $"public, max-age={OneYear.TotalSeconds:0}, immutable"
                        : "no-cache",
            }
        );
    }
}
