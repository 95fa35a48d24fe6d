using System.CommandLine;

namespace Approvals.Server.Cli;

/// <summary><c>approvals licence</c>.</summary>
internal static class LicenceCommand
{
    public static Command Create() => new("licence", "Licences as files.") { LicenceVerifyCommand.Create() };
}
