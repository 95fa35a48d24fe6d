using System.CommandLine;

namespace Approvals.Server.Cli;

/// <summary><c>--server URL</c> of the commands that speak with a running platform.</summary>
internal static class ServerOption
{
    public static Option<Uri> Create(string description) =>
        new("--server")
        {
            Description = description,
            HelpName = "URL",
            DefaultValueFactory = _ => new Uri("http://localhost:5080"),
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (
                    Uri.TryCreate(text, UriKind.Absolute, out var address)
                    && address.Scheme.StartsWith("http", StringComparison.Ordinal)
                )
                {
                    return address;
                }

                result.AddError($"'{text}' is no address of a server. Write for example http://localhost:5080.");
                return null;
            },
        };
}
