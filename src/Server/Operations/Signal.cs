using Approvals.Kernel;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;
using Approvals.Server.Storage;

namespace Approvals.Server.Operations;

/// <summary>Throws a signal to every instance and process that listens now. A server delivers it.</summary>
/// <param name="Variables">A JSON object.</param>
public sealed record Signal(string Name, string? Variables = null) : Operation
{
    private static readonly SqlText Listening = new(
        """
        SELECT (SELECT count(DISTINCT instance) FROM signal_subscription WHERE name = ?1)
          + (SELECT count(*) FROM start_subscription WHERE kind = 'signal' AND name = ?1)
        """
    );

    public override async Task<OperationAnswer> RunAsync(Platform platform, Actor actor)
    {
        if (OperatorVariables.Parse(Variables) is not { } variables)
        {
            return OperationAnswer.Refused(Rejection.Of("operation.variables"));
        }

        long listening = 0;
        var answer = await platform.SendAsync(
            actor,
            scope =>
            {
                listening = scope.Session.QueryInteger(Listening, Name) ?? 0;
                if (listening == 0)
                {
                    return Rejection.Of("operation.signal-unheard", ("name", Name));
                }

                platform.Runtime.BroadcastSignal(scope, Name, variables);
                return TurnAnswer.Done();
            }
        );
        return answer.Rejection is { } rejection
            ? OperationAnswer.Refused(rejection)
            : OperationAnswer.Of(
                $"The signal '{Name}' is thrown; {listening} listen.",
                new { signal = Name, listening }
            );
    }
}
