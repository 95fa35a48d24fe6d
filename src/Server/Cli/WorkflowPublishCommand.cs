using System.CommandLine;
using Approvals.Server.Operations;

namespace Approvals.Server.Cli;

/// <summary><c>approvals workflow publish NAME</c>: a message for one receiver.</summary>
internal static class WorkflowPublishCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "Name of the message." };
        var key = new Option<string?>("--key")
        {
            Description = "Correlation key; without it the message is met by name alone.",
            HelpName = "TEXT",
        };
        var variables = WorkflowOperation.VariablesOption();
        var ttl = new Option<string?>("--ttl")
        {
            Description =
                "How long it is kept for a receiver that doesn't wait yet, e.g. `P3D`. Without it: now or never.",
            HelpName = "DURATION",
        };
        var id = new Option<string?>("--id")
        {
            Description = "The sender's own id: a repetition is refused while the message is kept.",
            HelpName = "TEXT",
        };
        return WorkflowOperation.Create(
            new Command(
                "publish",
                "Publish a message. It is delivered by the server; without one, when the next begins."
            )
            {
                name,
                key,
                variables,
                ttl,
                id,
            },
            (parsed, _) =>
            {
                var kept = TimeSpan.Zero;
                if (parsed.GetValue(ttl) is { } text)
                {
                    if (ClockSpan.TryParse(text) is not { } span)
                    {
                        return Task.FromResult<(Operation?, string?)>(
                            (null, $"'{text}' is no duration. Write for example PT12H or P3D.")
                        );
                    }

                    kept = span;
                }

                var message = new Publish(
                    parsed.GetRequiredValue(name),
                    parsed.GetValue(key),
                    parsed.GetValue(variables),
                    kept,
                    parsed.GetValue(id)
                );
                return Task.FromResult<(Operation?, string?)>((message, null));
            }
        );
    }
}
