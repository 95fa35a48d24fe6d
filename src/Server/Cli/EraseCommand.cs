using System.CommandLine;
using Approvals.Server.Operations;

namespace Approvals.Server.Cli;

/// <summary><c>approvals erase DOCUMENT --reason TEXT --by NAME</c>: personal data go, the journal and its tree stay.</summary>
internal static class EraseCommand
{
    public static Command Create()
    {
        var document = new Argument<long>("DOCUMENT") { Description = "Id of a document, as its address has it." };
        var reason = WorkflowOperation.ReasonOption();
        var by = new Option<string>("--by")
        {
            Description = "By whose order; it is written into the journal.",
            HelpName = "NAME",
            Required = true,
        };
        return WorkflowOperation.Create(
            new Command(
                "erase",
                "Erase a document's bytes, salt and name for good. Its records and the log stay valid."
            )
            {
                document,
                reason,
                by,
            },
            parsed => new Erase(
                parsed.GetRequiredValue(document),
                parsed.GetRequiredValue(reason),
                parsed.GetRequiredValue(by)
            )
        );
    }
}
