namespace Approvals.Credentials.Enrolment;

/// <summary>A certificate's row as the fold of its events.</summary>
public static class CredentialEvolution
{
    public static CredentialRow Evolve(CredentialRow? row, long key, CredentialEvent happened, DateTimeOffset at) =>
        (row, happened) switch
        {
            (null, CertificateAsked e) => new(
                key,
                1,
                e.Person,
                e.Kind,
                e.Unit,
                CredentialState.Asked,
                Convert.FromHexString(e.KeyId),
                at
            ),
            ({ }, CertificateIssued e) => row with
            {
                Version = row.Version + 1,
                State = CredentialState.Issued,
                Serial = e.Serial,
                NotBefore = e.NotBefore,
                NotAfter = e.NotAfter,
                DecidedBy = e.ApprovedBy,
            },
            ({ }, CertificateDeclined e) => row with
            {
                Version = row.Version + 1,
                State = CredentialState.Declined,
                DecidedBy = e.By,
                Ended = at,
                Reason = e.Reason,
            },
            ({ }, CertificateRevoked e) => row with
            {
                Version = row.Version + 1,
                State = CredentialState.Revoked,
                Ended = at,
                Reason = e.Reason,
            },
            _ => throw new InvalidDataException($"A certificate can't begin or go on with {happened.GetType().Name}."),
        };
}
