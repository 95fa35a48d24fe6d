using System.CommandLine;
using Approvals.Kernel.Folders;
using Approvals.Server.Adapters;

namespace Approvals.Server.Cli;

/// <summary><c>approvals ca init</c>: root, issuing authorities, responders and timestamp authority of a data folder.</summary>
internal static class CaInitCommand
{
    public static Command Create()
    {
        var data = CommandLine.DataOption();
        var origin = new Option<string>("--public-origin")
        {
            Description = "Where revocation lists and responders will be reached; every certificate names it.",
            HelpName = "URL",
            Required = true,
        };
        var json = CommandLine.JsonOption();
        var command = new Command("init", "Make the certificate authority; one that is there already is left alone.")
        {
            data,
            origin,
            json,
        };
        command.SetAction(
            (parsed, _) =>
                RunAsync(parsed.GetRequiredValue(data), parsed.GetRequiredValue(origin), parsed.GetValue(json))
        );
        return command;
    }

    private static async Task<int> RunAsync(DirectoryInfo data, string origin, bool json)
    {
        if (!Uri.TryCreate(origin, UriKind.Absolute, out var given) || given.Scheme is not ("http" or "https"))
        {
            return await CommandLine.FailAsync(
                $"'{origin}' is no address of a server. Write for example https://hall.example.",
                CommandLine.Usage
            );
        }

        var folder = new DataFolder(data.FullName);
        if (SealCabinet.Exists(folder))
        {
            return await CommandLine.FailAsync($"{data.FullName} has a certificate authority already.");
        }

        folder.Create();
        var now = TimeProvider.System.GetUtcNow();
        using var cabinet = SealCabinet.Open(folder, CityAuthority.At(origin), now);
        foreach (var issuer in cabinet.Authority.Issuers)
        {
            cabinet.Services.Responder(issuer.Name, now);
        }

        cabinet.Services.Timestamps(now);
        var root = Path.Combine(folder.Keys, "authority", "root.pem");
        await CommandLine.SayAsync(
            json,
            $"The certificate authority is made. Verifiers trust {root}; move keys/signing/ca-root.p8 to a safe place.",
            new
            {
                root,
                fingerprint = cabinet.Root.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256),
            }
        );
        return CommandLine.Done;
    }
}
