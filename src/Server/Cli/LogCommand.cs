using System.CommandLine;

namespace Approvals.Server.Cli;

/// <summary><c>approvals log</c>: what anybody may do with the published transparency log.</summary>
internal static class LogCommand
{
    public static Command Create() =>
        new("log", "Check the published transparency log; no server and no database is needed.")
        {
            LogVerifyCommand.Create(),
        };
}
