using Approvals.Bidding.Sealing;
using Approvals.Bidding.Sealing.Envelopes;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Sealing.Record;
using Approvals.Credentials.Sealing;
using Approvals.Kernel.Store;

namespace Approvals.Bidding.Handling;

/// <summary>A sealing attempt on its way in, or what became of it.</summary>
/// <param name="Entry">Its index in the record, once it stands there.</param>
public sealed record Attempt(
    byte[] Slot,
    int Sequence,
    SubmissionKind Kind,
    byte[] Hashes,
    byte[]? Header,
    byte[]? Envelope,
    byte[]? Signature,
    int? Entry
)
{
    public IReadOnlyList<byte[]> PieceHashes => [.. Hashes.Chunk(SealHash.Size)];
}

/// <summary>Headers, pieces, letters and secrets of a tender: nothing of them claims anything by itself, all of it proves itself against the record.</summary>
public static class SealedStore
{
    private const string Columns = "slot, sequence, kind, hashes, header, envelope, signature, entry";

    private static readonly SqlText AddAttempt = new(
        "INSERT INTO tender_attempt (tender, slot, sequence, kind, hashes) VALUES (?1, ?2, ?3, ?4, ?5)"
    );

    private static readonly SqlText Complete = new(
        "UPDATE tender_attempt SET header = ?4, envelope = ?5, signature = ?6 WHERE tender = ?1 AND slot = ?2 AND sequence = ?3"
    );

    private static readonly SqlText Enter = new(
        "UPDATE tender_attempt SET entry = ?4 WHERE tender = ?1 AND slot = ?2 AND sequence = ?3"
    );

    private static readonly SqlText OneAttempt = new(
        $"SELECT {Columns} FROM tender_attempt WHERE tender = ?1 AND slot = ?2 AND sequence = ?3"
    );

    private static readonly SqlText ByEnvelope = new(
        $"SELECT {Columns} FROM tender_attempt WHERE tender = ?1 AND envelope = ?2"
    );

    private static readonly SqlText Waiting = new(
        "SELECT envelope FROM tender_attempt WHERE tender = ?1 AND envelope IS NOT NULL AND entry IS NULL"
    );

    private static readonly SqlText AddPieceRow = new(
        "INSERT OR IGNORE INTO tender_piece (tender, slot, sequence, piece, blob) VALUES (?1, ?2, ?3, ?4, ?5)"
    );

    private static readonly SqlText PieceRows = new(
        "SELECT piece, blob FROM tender_piece WHERE tender = ?1 AND slot = ?2 AND sequence = ?3 ORDER BY piece"
    );

    private static readonly SqlText PutLetter = new(
        "INSERT OR REPLACE INTO tender_letter (tender, kind, sender, reader, letter) VALUES (?1, ?2, ?3, ?4, ?5)"
    );

    private static readonly SqlText Letters = new(
        "SELECT kind, sender, letter FROM tender_letter WHERE tender = ?1 AND reader = ?2 ORDER BY kind, sender"
    );

    private static readonly SqlText PutSecret = new(
        "INSERT OR IGNORE INTO tender_secret (tender, slot, lot, section, secret) VALUES (?1, ?2, ?3, ?4, ?5)"
    );

    private static readonly SqlText SecretRows = new(
        "SELECT lot, section, secret FROM tender_secret WHERE tender = ?1 AND slot = ?2"
    );

    private static readonly SqlText PutIdentity = new(
        "INSERT OR IGNORE INTO tender_identity (tender, slot, secret) VALUES (?1, ?2, ?3)"
    );

    private static readonly SqlText IdentityRows = new("SELECT slot, secret FROM tender_identity WHERE tender = ?1");
    private static readonly SqlText PutNames = new("INSERT OR IGNORE INTO tender_names (tender, salt) VALUES (?1, ?2)");
    private static readonly SqlText NamesRow = new("SELECT salt FROM tender_names WHERE tender = ?1");

    public static void Begin(
        SqlSession session,
        long tender,
        byte[] slot,
        int sequence,
        SubmissionKind kind,
        byte[] hashes
    ) => session.Execute(AddAttempt, tender, slot, sequence, (int)kind, hashes);

    public static void Fill(SqlSession session, long tender, Attempt attempt) =>
        session.Execute(
            Complete,
            tender,
            attempt.Slot,
            attempt.Sequence,
            attempt.Header,
            attempt.Envelope,
            attempt.Signature
        );

    public static void SetEntry(SqlSession session, long tender, Attempt attempt, int entry) =>
        session.Execute(Enter, tender, attempt.Slot, attempt.Sequence, entry);

    public static Attempt? Find(SqlSession session, long tender, byte[] slot, int sequence) =>
        One(session.Query(OneAttempt, tender, slot, sequence));

    public static Attempt? FindEnvelope(SqlSession session, long tender, byte[] envelope) =>
        One(session.Query(ByEnvelope, tender, envelope));

    /// <summary>Ids that wait for the notary's stamp.</summary>
    public static List<byte[]> Unstamped(SqlSession session, long tender)
    {
        var found = new List<byte[]>();
        using var rows = session.Query(Waiting, tender);
        while (rows.Next())
        {
            found.Add(rows.Blob(0).ToArray());
        }

        return found;
    }

    public static void AddPiece(SqlSession session, long tender, byte[] slot, int sequence, int piece, byte[] blob) =>
        session.Execute(AddPieceRow, tender, slot, sequence, piece, blob);

    /// <summary>Names of the blobs by piece.</summary>
    public static Dictionary<int, byte[]> Pieces(SqlSession session, long tender, byte[] slot, int sequence)
    {
        var found = new Dictionary<int, byte[]>();
        using var rows = session.Query(PieceRows, tender, slot, sequence);
        while (rows.Next())
        {
            found[(int)rows.Integer(0)] = rows.Blob(1).ToArray();
        }

        return found;
    }

    public static void AddLetter(
        SqlSession session,
        long tender,
        int kind,
        HolderRole sender,
        HolderRole reader,
        byte[] letter
    ) => session.Execute(PutLetter, tender, kind, (int)sender, (int)reader, letter);

    public static List<(int Kind, HolderRole Sender, byte[] Letter)> LettersTo(
        SqlSession session,
        long tender,
        HolderRole reader
    )
    {
        var found = new List<(int, HolderRole, byte[])>();
        using var rows = session.Query(Letters, tender, (int)reader);
        while (rows.Next())
        {
            found.Add(((int)rows.Integer(0), (HolderRole)rows.Integer(1), rows.Blob(2).ToArray()));
        }

        return found;
    }

    public static void AddSecret(SqlSession session, long tender, string slot, SectionId section, byte[] secret) =>
        session.Execute(PutSecret, tender, slot, section.Lot, (int)section.Kind, secret);

    public static Dictionary<SectionId, byte[]> Secrets(SqlSession session, long tender, string slot)
    {
        var found = new Dictionary<SectionId, byte[]>();
        using var rows = session.Query(SecretRows, tender, slot);
        while (rows.Next())
        {
            found[new SectionId((int)rows.Integer(0), (SectionKind)rows.Integer(1))] = rows.Blob(2).ToArray();
        }

        return found;
    }

    public static void AddIdentity(SqlSession session, long tender, string slot, byte[] secret) =>
        session.Execute(PutIdentity, tender, slot, secret);

    /// <summary><c>s_id</c> by slot.</summary>
    public static Dictionary<string, byte[]> Identities(SqlSession session, long tender)
    {
        var found = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        using var rows = session.Query(IdentityRows, tender);
        while (rows.Next())
        {
            found[rows.Text(0)] = rows.Blob(1).ToArray();
        }

        return found;
    }

    public static void SetNamesSalt(SqlSession session, long tender, byte[] salt) =>
        session.Execute(PutNames, tender, salt);

    /// <summary>Null until supervisor or notary has given the identities.</summary>
    public static byte[]? NamesSalt(SqlSession session, long tender)
    {
        using var rows = session.Query(NamesRow, tender);
        return rows.Next() ? rows.Blob(0).ToArray() : null;
    }

    private static Attempt? One(SqlRows rows)
    {
        using (rows)
        {
            return rows.Next()
                ? new Attempt(
                    rows.Blob(0).ToArray(),
                    (int)rows.Integer(1),
                    (SubmissionKind)rows.Integer(2),
                    rows.Blob(3).ToArray(),
                    rows.IsNull(4) ? null : rows.Blob(4).ToArray(),
                    rows.IsNull(5) ? null : rows.Blob(5).ToArray(),
                    rows.IsNull(6) ? null : rows.Blob(6).ToArray(),
                    (int?)rows.IntegerOrNull(7)
                )
                : null;
        }
    }
}
