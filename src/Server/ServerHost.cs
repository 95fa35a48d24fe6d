using Approvals.Server.Pipeline;

namespace Approvals.Server;

/// <summary>Composes the web server. The command line and the tests both start here.</summary>
public static class ServerHost
{
    /// <param name="compose">Adds what the pages read and command: queries, the person directory, the calendar.</param>
    /// <param name="configure">Has the last word on the builder; tests put their own server and ports here.</param>
    public static WebApplication Build(
        ServerOptions options,
        Action<IServiceCollection>? compose = null,
        Action<WebApplicationBuilder>? configure = null
    )
    {
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions
            {
                ApplicationName = typeof(ServerHost).Assembly.GetName().Name,
                ContentRootPath = AppContext.BaseDirectory,
            }
        );
        builder.WebHost.UseKestrelHttpsConfiguration();
        if (options.Urls.Count > 0)
        {
            builder.WebHost.UseUrls([.. options.Urls]);
        }

        Directory.CreateDirectory(options.DataDirectory);
        builder.AddPipeline(options);
        compose?.Invoke(builder.Services);
        configure?.Invoke(builder);
        var app = builder.Build();
        app.UsePipeline();
        return app;
    }
}
