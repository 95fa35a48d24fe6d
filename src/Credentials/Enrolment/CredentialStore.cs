using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Approvals.Kernel;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;

namespace Approvals.Credentials.Enrolment;

/// <summary>The certificates of people in a turn: one stream and one row each.</summary>
public static class CredentialStore
{
    private const string Columns =
        "key, version, person, kind, unit, state, key_id, asked, decided_by, serial, not_before, not_after, ended, reason, request, nonce, certificate";

    private static readonly SqlText ByKey = new($"SELECT {Columns} FROM credential WHERE key = ?1");
    private static readonly SqlText ByPerson = new(
        $"SELECT {Columns} FROM credential WHERE person = ?1 ORDER BY asked DESC, key DESC"
    );
    private static readonly SqlText ByKeyId = new(
        $"SELECT {Columns} FROM credential WHERE key_id = ?1 ORDER BY asked DESC, key DESC"
    );
    private static readonly SqlText ByWaiting = new($"SELECT {Columns} FROM credential WHERE state = 0 ORDER BY asked");

    private static readonly SqlText Put = new(
        $"""
        INSERT OR REPLACE INTO credential ({Columns})
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
        """
    );

    public static CredentialRow? Find(SqlSession session, long key) => Read(session.Query(ByKey, key)).FirstOrDefault();

    /// <summary>The person's certificates, the newest first.</summary>
    public static IReadOnlyList<CredentialRow> OfPerson(SqlSession session, long person) =>
        Read(session.Query(ByPerson, person));

    /// <summary>The certificates of one public key, the newest first.</summary>
    public static IReadOnlyList<CredentialRow> OfKey(SqlSession session, byte[] keyId) =>
        Read(session.Query(ByKeyId, keyId));

    /// <summary>What waits for approval, the oldest first.</summary>
    public static IReadOnlyList<CredentialRow> Waiting(SqlSession session) => Read(session.Query(ByWaiting));

    /// <summary>A request that waits for approval; gives its key.</summary>
    public static long Ask(TurnScope scope, CertificateAsked asked, byte[] request, string nonce)
    {
        var row = Append(scope, null, scope.NewKey(), asked);
        Save(scope.Session, row with { Request = request, Nonce = nonce });
        return row.Key;
    }

    /// <summary>A certificate that needed no approval; gives its key.</summary>
    public static long AddIssued(TurnScope scope, CertificateAsked asked, X509Certificate2 certificate)
    {
        var row = Append(scope, null, scope.NewKey(), asked);
        Save(scope.Session, Issued(scope, row, certificate, approvedBy: null));
        return row.Key;
    }

    /// <summary>
    /// The certificate of an approved request. Rejections: <c>certificate.not-waiting</c>, <c>certificate.own-request</c>.
    /// </summary>
    public static TurnAnswer Approve(TurnScope scope, long key, X509Certificate2 certificate)
    {
        var (row, rejection) = WaitingFor(scope, key);
        if (row is null)
        {
            return rejection!;
        }

        Save(scope.Session, Issued(scope, row, certificate, scope.Actor.Id));
        return TurnAnswer.Done();
    }

    /// <summary>Rejections: those of <see cref="Approve"/>.</summary>
    public static TurnAnswer Decline(TurnScope scope, long key, string reason)
    {
        var (row, rejection) = WaitingFor(scope, key);
        if (row is null)
        {
            return rejection!;
        }

        var declined = Append(scope, row, key, new CertificateDeclined(scope.Actor.Id, reason));
        Save(scope.Session, declined with { Request = null, Nonce = null });
        return TurnAnswer.Done();
    }

    /// <summary>By its owner. Rejections: <c>certificate.not-yours</c>, <c>certificate.not-issued</c>.</summary>
    public static TurnAnswer Revoke(TurnScope scope, long key, string reason)
    {
        if (Find(scope.Session, key) is not { } row || "p:" + row.Person != scope.Actor.Id)
        {
            return Rejection.Of("certificate.not-yours");
        }

        if (row.State != CredentialState.Issued)
        {
            return Rejection.Of("certificate.not-issued");
        }

        Save(scope.Session, Append(scope, row, key, new CertificateRevoked(scope.Actor.Id, reason)));
        return TurnAnswer.Done();
    }

    /// <summary>Whether the request may be decided by this actor; nobody decides about a request of their own.</summary>
    public static (CredentialRow? Row, Rejection? Rejection) WaitingFor(SqlSession session, long key, string actor) =>
        Find(session, key) is not { State: CredentialState.Asked } row ? (null, Rejection.Of("certificate.not-waiting"))
        : "p:" + row.Person == actor ? (null, Rejection.Of("certificate.own-request"))
        : (row, null);

    private static (CredentialRow? Row, Rejection? Rejection) WaitingFor(TurnScope scope, long key) =>
        WaitingFor(scope.Session, key, scope.Actor.Id);

    private static CredentialRow Issued(
        TurnScope scope,
        CredentialRow row,
        X509Certificate2 certificate,
        string? approvedBy
    )
    {
        var issued = new CertificateIssued(
            certificate.SerialNumber,
            Convert.ToHexStringLower(SHA256.HashData(certificate.RawData)),
            new DateTimeOffset(certificate.NotBefore.ToUniversalTime()),
            new DateTimeOffset(certificate.NotAfter.ToUniversalTime()),
            approvedBy
        );
        return Append(scope, row, row.Key, issued) with
        {
            Request = null,
            Nonce = null,
            Certificate = certificate.RawData,
        };
    }

    private static CredentialRow Append(TurnScope scope, CredentialRow? row, long key, CredentialEvent happened)
    {
        var next = CredentialEvolution.Evolve(row, key, happened, scope.Now);
        scope.Append(key, next.Version, CredentialEvent.Type, CredentialEvent.Schema, happened.Write());
        return next;
    }

    internal static void Save(SqlSession session, CredentialRow row) =>
        session.Execute(
            Put,
            row.Key,
            row.Version,
            row.Person,
            row.Kind,
            row.Unit,
            (long)row.State,
            row.KeyId,
            row.Asked,
            row.DecidedBy,
            row.Serial,
            row.NotBefore,
            row.NotAfter,
            row.Ended,
            row.Reason,
            row.Request,
            row.Nonce,
            row.Certificate
        );

    private static List<CredentialRow> Read(SqlRows rows)
    {
        using (rows)
        {
            var found = new List<CredentialRow>();
            while (rows.Next())
            {
                found.Add(
                    new CredentialRow(
                        rows.Integer(0),
                        rows.Integer(1),
                        rows.Integer(2),
                        rows.Text(3),
                        rows.TextOrNull(4),
                        (CredentialState)rows.Integer(5),
                        rows.Blob(6).ToArray(),
                        rows.Instant(7),
                        rows.TextOrNull(8),
                        rows.TextOrNull(9),
                        rows.InstantOrNull(10),
                        rows.InstantOrNull(11),
                        rows.InstantOrNull(12),
                        rows.TextOrNull(13),
                        Bytes(rows, 14),
                        rows.TextOrNull(15),
                        Bytes(rows, 16)
                    )
                );
            }

            return found;
        }
    }

    private static byte[]? Bytes(SqlRows rows, int column) => rows.IsNull(column) ? null : rows.Blob(column).ToArray();
}
