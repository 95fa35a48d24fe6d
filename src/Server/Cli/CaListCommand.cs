using System.CommandLine;
using System.Text.Json;
using Approvals.Credentials.Authority;

namespace Approvals.Server.Cli;

/// <summary><c>approvals ca list</c>: every certificate of the register with its standing.</summary>
internal static class CaListCommand
{
    public static Command Create()
    {
        var data = CommandLine.DataOption();
        var json = CommandLine.JsonOption();
        var command = new Command(
            "list",
            "Every certificate the authority issued, with its serial number and standing."
        )
        {
            data,
            json,
        };
        command.SetAction((parsed, _) => RunAsync(parsed.GetRequiredValue(data), parsed.GetValue(json)));
        return command;
    }

    private static async Task<int> RunAsync(DirectoryInfo data, bool json)
    {
        using var cabinet = CaCommand.TryOpen(data);
        if (cabinet is null)
        {
            return await CommandLine.FailAsync(CaCommand.None(data));
        }

        var certificates = cabinet.Authority.Register().ToList();
        await CommandLine.SayAsync(
            json,
            string.Join('\n', certificates.Select(Line)),
            new
            {
                certificates = certificates.Select(each => new
                {
                    each.Issuer,
                    each.Serial,
                    each.Subject,
                    each.IssuedAt,
                    standing = JsonNamingPolicy.KebabCaseLower.ConvertName(each.Status.Standing.ToString()),
                    each.Status.RevokedAt,
                    reason = RevocationReasons.NameOf(each.Status.Reason),
                }),
            }
        );
        return CommandLine.Done;
    }

    private static string Line(RegisteredCertificate certificate)
    {
        var standing =
            certificate.Status.Standing == CertificateStanding.Revoked
                ? $"revoked {certificate.Status.RevokedAt:u} {RevocationReasons.NameOf(certificate.Status.Reason)}"
                : "good";
        return $"{certificate.Issuer}  {certificate.Serial}  {certificate.Subject}  {standing}";
    }
}
