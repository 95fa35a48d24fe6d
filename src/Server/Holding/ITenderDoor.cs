using System.Net;

namespace Approvals.Server.Holding;

/// <summary>The door of one tender through which programs of holders and bidders speak, in the protocol's bytes.</summary>
public interface ITenderDoor
{
    /// <summary>Null where there is nothing yet.</summary>
    Task<byte[]?> GetAsync(string what, CancellationToken cancellation);

    /// <param name="code">For <c>holders</c>: the enrolment code.</param>
    Task<DoorAnswer> PostAsync(string what, byte[] body, string? code, CancellationToken cancellation);
}

/// <summary>What a door says: 200, 404 where nothing is to be told, 403 and 409 with the code of the rejection, 503 to come again later, 400.</summary>
public readonly record struct DoorAnswer(HttpStatusCode Status, byte[] Body);
