using System.CommandLine;

namespace Approvals.Server.Cli;

/// <summary><c>approvals tender …</c>: commands about sealed tenders.</summary>
internal static class TenderCommand
{
    public static Command Create() =>
        new("tender", "Work with sealed tenders.")
        {
            TenderListCommand.Create(),
            TenderSealCommand.Create(),
            TenderSubmitCommand.Create(),
            TenderReleaseCommand.Create(),
            TenderHolderCommand.Create(),
            TenderExportCommand.Create(),
            TenderVerifyCommand.Create(),
        };
}
