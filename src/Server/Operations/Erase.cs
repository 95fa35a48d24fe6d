using Approvals.Kernel;
using Approvals.Kernel.Documents;
using Approvals.Server.Storage;

namespace Approvals.Server.Operations;

/// <summary>Erases a document for good, with its blob when no other document has the same bytes.</summary>
/// <param name="By">By whose order; it is written into the journal with the reason.</param>
public sealed record Erase(long Document, string Reason, string By) : Operation
{
    public override async Task<OperationAnswer> RunAsync(Platform platform, Actor actor)
    {
        var answer = await platform.SendAsync(actor, scope => Erasure.Erase(scope, Document, Reason, By));
        if (answer.Rejection is { } rejection)
        {
            return OperationAnswer.Refused(rejection);
        }

        if (answer.Text.Length > 0)
        {
            platform.Blobs.Delete(Convert.FromHexString(answer.Text));
        }

        return OperationAnswer.Of(
            $"Document {Document} is erased. Backups that were made before still hold it.",
            new { document = Document.ToString(), blob = answer.Text.Length > 0 }
        );
    }
}
