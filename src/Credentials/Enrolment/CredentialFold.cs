using System.Security.Cryptography;
using Approvals.Kernel.Journal;
using Approvals.Kernel.Journal.Refolding;

namespace Approvals.Credentials.Enrolment;

/// <summary>The rows of people's certificates, written again from the journal, which has a certificate's digest and not its bytes.</summary>
public sealed class CredentialFold : IJournalFold
{
    private readonly Dictionary<long, CredentialRow> rows = [];

    public IReadOnlyList<DerivedTable> Tables { get; } = [new("credential") { Except = ["request", "nonce"] }];

    public void Fold(Refold refold, JournalRecord record)
    {
        if (record.Type != CredentialEvent.Type)
        {
            return;
        }

        var happened = CredentialEvent.Read(record.Data.Span);
        var row = CredentialEvolution.Evolve(rows.GetValueOrDefault(record.Stream), record.Stream, happened, record.At);
        if (happened is CertificateIssued issued)
        {
            var bytes = CredentialStore.Find(refold.Stored, record.Stream)?.Certificate ?? [];
            row = row with
            {
                Certificate = Convert.ToHexStringLower(SHA256.HashData(bytes)) == issued.Sha256 ? bytes : null,
            };
        }

        rows[record.Stream] = row;
        CredentialStore.Save(refold.Folded, row);
    }
}
