using System.Security.Cryptography;
using Approvals.Kernel.Journal;
using Approvals.Kernel.Store;

namespace Approvals.Credentials.Enrolment;

/// <summary>Refolds every certificate from its stream and compares with its row, and its bytes with the digest that the journal has.</summary>
public static class CredentialVerifier
{
    /// <summary>One sentence for every difference, and the number of certificates compared.</summary>
    public static long Verify(SqlSession session, Action<string> different)
    {
        var rows = CredentialStore.All(session);
        foreach (var row in rows)
        {
            CredentialRow? folded = null;
            string? digest = null;
            foreach (var record in JournalReader.ReadStream(session, row.Key).ToList())
            {
                var happened = CredentialEvent.Read(record.Data.Span);
                folded = CredentialEvolution.Evolve(folded, row.Key, happened, record.At);
                digest = happened is CertificateIssued issued ? issued.Sha256 : digest;
            }

            if (folded is null || Describe(folded) != Describe(row))
            {
                different($"Certificate {row.Key}: the row is not what the journal gives.");
            }

            var own = row.Certificate is { } bytes ? Convert.ToHexStringLower(SHA256.HashData(bytes)) : null;
            if (own != digest)
            {
                different($"Certificate {row.Key}: the certificate is not the one that was issued.");
            }
        }

        return rows.Count;
    }

    private static string Describe(CredentialRow row) =>
        string.Join(
            '|',
            row.Version,
            row.Person,
            row.Kind,
            row.Unit,
            row.State,
            Convert.ToHexStringLower(row.KeyId),
            row.Asked.ToUnixTimeMilliseconds(),
            row.DecidedBy,
            row.Serial,
            row.NotBefore?.ToUnixTimeMilliseconds(),
            row.NotAfter?.ToUnixTimeMilliseconds(),
            row.Ended?.ToUnixTimeMilliseconds(),
            row.Reason
        );
}
