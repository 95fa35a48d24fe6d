using System.CommandLine;
using Approvals.Credentials.Authority;

namespace Approvals.Server.Cli;

/// <summary><c>approvals ca revoke</c>: ends a certificate for good; responders say so at once, lists from the next one on.</summary>
internal static class CaRevokeCommand
{
    public static Command Create()
    {
        var serial = new Argument<string>("SERIAL") { Description = "Hexadecimal, as 'approvals ca list' shows it." };
        var reason = new Option<string>("--reason")
        {
            Description = $"One of: {string.Join(", ", RevocationReasons.All.Keys.Order(StringComparer.Ordinal))}.",
            HelpName = "REASON",
            Required = true,
        };
        var data = CommandLine.DataOption();
        var json = CommandLine.JsonOption();
        var command = new Command("revoke", "Revoke a certificate.") { serial, reason, data, json };
        command.SetAction(
            (parsed, _) =>
                RunAsync(
                    parsed.GetRequiredValue(serial),
                    parsed.GetRequiredValue(reason),
                    parsed.GetRequiredValue(data),
                    parsed.GetValue(json)
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(string given, string name, DirectoryInfo data, bool json)
    {
        if (!RevocationReasons.All.TryGetValue(name, out var reason))
        {
            return await CommandLine.FailAsync(CaCommand.Sentence("certificate.reason"), CommandLine.Usage);
        }

        using var cabinet = CaCommand.TryOpen(data);
        if (cabinet is null)
        {
            return await CommandLine.FailAsync(CaCommand.None(data));
        }

        var serial = given.Replace(":", "", StringComparison.Ordinal).ToUpperInvariant();
        var issuer = cabinet.Authority.Issuers.FirstOrDefault(each =>
            each.StatusOf(serial).Standing != CertificateStanding.Unknown
        );
        if (issuer is null)
        {
            return await CommandLine.FailAsync(CaCommand.Sentence("certificate.unknown"));
        }

        if (issuer.Revoke(serial, reason, TimeProvider.System.GetUtcNow()) is { } rejection)
        {
            return await CommandLine.FailAsync(CaCommand.Sentence(rejection.Code));
        }

        var revokedAt = issuer.StatusOf(serial).RevokedAt;
        await CommandLine.SayAsync(
            json,
            $"{serial} of {issuer.Name} is revoked since {revokedAt:u}.",
            new
            {
                serial,
                issuer = issuer.Name,
                revokedAt,
            }
        );
        return CommandLine.Done;
    }
}
