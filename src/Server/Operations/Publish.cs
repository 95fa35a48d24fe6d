using Approvals.Kernel;
using Approvals.Kernel.Turns;
using Approvals.Server.Storage;
using Approvals.Workflow.Runtime;
using Approvals.Workflow.Runtime.Messages;

namespace Approvals.Server.Operations;

/// <summary>Publishes a message: it goes to one receiver, now or until its time is over. A server delivers it.</summary>
/// <param name="Variables">A JSON object.</param>
/// <param name="TimeToLive">How long it is kept for a receiver that doesn't wait yet.</param>
/// <param name="MessageId">The sender's own: a repetition is refused while the message is kept.</param>
public sealed record Publish(
    string Name,
    string? CorrelationKey = null,
    string? Variables = null,
    TimeSpan TimeToLive = default,
    string? MessageId = null
) : Operation
{
    public override async Task<OperationAnswer> RunAsync(Platform platform, Actor actor)
    {
        if (OperatorVariables.Parse(Variables) is not { } variables)
        {
            return OperationAnswer.Refused(Rejection.Of("operation.variables"));
        }

        var message = new MessagePublication(Name, CorrelationKey, variables, TimeToLive, MessageId);
        var answer = await platform.SendAsync(
            actor,
            scope => ProcessRuntime.Publish(scope, message) is { } refused ? refused : TurnAnswer.Done()
        );
        return answer.Rejection is { } rejection
            ? OperationAnswer.Refused(rejection)
            : OperationAnswer.Of(
                $"The message '{Name}' is published.",
                new { message = Name, correlationKey = CorrelationKey }
            );
    }
}
