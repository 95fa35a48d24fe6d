using System.CommandLine;
using Approvals.Credentials.Authority;
using Approvals.Kernel.Folders;
using Approvals.Server.Adapters;

namespace Approvals.Server.Cli;

/// <summary><c>approvals ca</c>: the built-in certificate authority. A running server sees what these commands write.</summary>
internal static class CaCommand
{
    public static Command Create() =>
        new("ca", "The certificate authority of a data folder.")
        {
            CaInitCommand.Create(),
            CaListCommand.Create(),
            CaRevokeCommand.Create(),
        };

    /// <summary>The authority of a folder, or null when there is none.</summary>
    internal static SealCabinet? TryOpen(DirectoryInfo data)
    {
        var folder = new DataFolder(data.FullName);
        return SealCabinet.Exists(folder)
            ? SealCabinet.Open(folder, CityAuthority.At("http://localhost"), TimeProvider.System.GetUtcNow())
            : null;
    }

    internal static string None(DirectoryInfo data) =>
        $"There is no certificate authority in {data.FullName}. 'approvals ca init' makes one.";

    /// <summary>The words of a rejection for whoever runs the command.</summary>
    internal static string Sentence(string code) =>
        code switch
        {
            "certificate.unknown" => "This authority issued no certificate with that serial number.",
            "certificate.reason" => $"The reason is one of: {string.Join(", ", RevocationReasons.All.Keys.Order())}.",
            _ => code,
        };
}
