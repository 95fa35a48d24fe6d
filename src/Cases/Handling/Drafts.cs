using System.Text.Json;
using Approvals.Kernel;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;

namespace Approvals.Cases.Handling;

/// <summary>What somebody has typed so far for an item, or (<see cref="Owner"/> not 0) for the correction of that case.</summary>
/// <param name="Answers">The posted texts by field key, as they were typed; nothing is judged yet.</param>
public sealed record Draft(
    long Key,
    string ItemCode,
    int ItemVersion,
    long Owner,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Answers,
    IReadOnlyList<DraftFile> Files,
    DateTimeOffset Updated
);

/// <summary>A file of a draft; its bytes are a durable blob already.</summary>
/// <param name="Licence">Identifier of the held licence that it is; null for an upload.</param>
public sealed record DraftFile(
    string Field,
    string Name,
    string Media,
    long Length,
    byte[] Sha256,
    string? Licence = null
);

/// <summary>
/// Drafts of applications and corrections: one for a person and an item (or case). They are not journalled and claim
/// nothing; submitting makes documents of them and removes them in the same turn.
/// </summary>
public static class Drafts
{
    /// <summary>Days that a draft is kept after its last change.</summary>
    public const int DaysKept = 90;

    private const int MostFiles = 200;

    private static readonly SqlText FindDraft = new(
        """
        SELECT key, item_version, answers, updated FROM draft
        WHERE person = ?1 AND item_code = ?2 AND owner = ?3 AND updated >= ?4 ORDER BY key DESC LIMIT 1
        """
    );

    private static readonly SqlText FindFiles = new(
        "SELECT field, name, media, length, sha256, licence FROM draft_file WHERE draft = ?1 ORDER BY key"
    );

    private static readonly SqlText CountFiles = new("SELECT count(*) FROM draft_file WHERE draft = ?1");

    private static readonly SqlText Insert = new(
        "INSERT INTO draft (key, person, item_code, item_version, owner, answers, updated) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
    );

    private static readonly SqlText Update = new(
        "UPDATE draft SET item_version = ?2, answers = ?3, updated = ?4 WHERE key = ?1"
    );

    private static readonly SqlText PurgeFiles = new(
        "DELETE FROM draft_file WHERE draft IN (SELECT key FROM draft WHERE updated < ?1)"
    );

    private static readonly SqlText Purge = new("DELETE FROM draft WHERE updated < ?1");

    private static readonly SqlText InsertFile = new(
        """
        INSERT INTO draft_file (key, draft, field, name, media, length, sha256, at, licence)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
        """
    );

    private static readonly SqlText DeleteFile = new(
        "DELETE FROM draft_file WHERE draft = ?1 AND field = ?2 AND sha256 = ?3"
    );

    private static readonly SqlText DeleteFilesOfField = new("DELETE FROM draft_file WHERE draft = ?1 AND field = ?2");
    private static readonly SqlText DeleteFiles = new("DELETE FROM draft_file WHERE draft = ?1");
    private static readonly SqlText Delete = new("DELETE FROM draft WHERE key = ?1");

    private static readonly SqlText FilesOfExpired = new(
        "DELETE FROM draft_file WHERE draft IN (SELECT key FROM draft WHERE person = ?1 AND updated < ?2)"
    );

    private static readonly SqlText Expired = new("DELETE FROM draft WHERE person = ?1 AND updated < ?2");

    /// <summary>The draft of a person for an item, or for the correction of the case <paramref name="owner"/>.</summary>
    public static Draft? Find(SqlSession session, string person, string itemCode, DateTimeOffset now, long owner = 0)
    {
        long key;
        int version;
        IReadOnlyDictionary<string, IReadOnlyList<string>> answers;
        DateTimeOffset updated;
        using (var rows = session.Query(FindDraft, person, itemCode, owner, now.AddDays(-DaysKept)))
        {
            if (!rows.Next())
            {
                return null;
            }

            key = rows.Integer(0);
            version = (int)rows.Integer(1);
            answers = ReadAnswers(rows.Text(2));
            updated = rows.Instant(3);
        }

        return new Draft(key, itemCode, version, owner, answers, FilesOf(session, key), updated);
    }

    /// <summary>
    /// Lays the answers of one page over what is saved, and makes the draft when there is none. What was typed in fields that
    /// are not among <paramref name="answers"/> stays. Gives the draft's key.
    /// </summary>
    public static long Save(
        TurnScope scope,
        string person,
        string itemCode,
        int itemVersion,
        IReadOnlyDictionary<string, IReadOnlyList<string>> answers,
        long owner = 0
    )
    {
        var before = Find(scope.Session, person, itemCode, scope.Now, owner);
        var merged = new Dictionary<string, IReadOnlyList<string>>(before?.Answers ?? answers, StringComparer.Ordinal);
        foreach (var (field, values) in answers)
        {
            merged[field] = values;
        }

        var text = JsonSerializer.Serialize(merged);
        if (before is not null)
        {
            scope.Session.Execute(Update, before.Key, itemVersion, text, scope.Now);
            return before.Key;
        }

        var oldest = scope.Now.AddDays(-DaysKept);
        scope.Session.Execute(FilesOfExpired, person, oldest);
        scope.Session.Execute(Expired, person, oldest);
        var key = scope.NewKey();
        scope.Session.Execute(Insert, key, person, itemCode, itemVersion, owner, text, scope.Now);
        return key;
    }

    /// <summary>Removes every draft that nobody has touched for <see cref="DaysKept"/> days and gives their number.</summary>
    public static int RemoveExpired(TurnScope scope)
    {
        var oldest = scope.Now.AddDays(-DaysKept);
        scope.Session.Execute(PurgeFiles, oldest);
        return scope.Session.Execute(Purge, oldest);
    }

    /// <summary>Adds an upload; the same bytes in the same field replace their former name.</summary>
    /// <param name="alone">The field takes one file: the new one replaces any other.</param>
    /// <returns><c>draft.too-many-files</c>, or null.</returns>
    public static Rejection? Attach(TurnScope scope, long draft, DraftFile file, bool alone)
    {
        if (alone)
        {
            scope.Session.Execute(DeleteFilesOfField, draft, file.Field);
        }
        else
        {
            Detach(scope, draft, file.Field, file.Sha256);
        }

        if (scope.Session.QueryInteger(CountFiles, draft) >= MostFiles)
        {
            return Rejection.Of("draft.too-many-files");
        }

        scope.Session.Execute(
            InsertFile,
            scope.NewKey(),
            draft,
            file.Field,
            file.Name,
            file.Media,
            file.Length,
            file.Sha256,
            scope.Now,
            file.Licence
        );
        return null;
    }

    public static void Detach(TurnScope scope, long draft, string field, byte[] sha256) =>
        scope.Session.Execute(DeleteFile, draft, field, sha256);

    public static void Remove(TurnScope scope, long draft)
    {
        scope.Session.Execute(DeleteFiles, draft);
        scope.Session.Execute(Delete, draft);
    }

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> ReadAnswers(string json) =>
        JsonSerializer
            .Deserialize<Dictionary<string, string[]>>(json)!
            .ToDictionary(pair => pair.Key, pair => (IReadOnlyList<string>)pair.Value, StringComparer.Ordinal);

    private static List<DraftFile> FilesOf(SqlSession session, long draft)
    {
        var files = new List<DraftFile>();
        using var rows = session.Query(FindFiles, draft);
        while (rows.Next())
        {
            files.Add(
                new DraftFile(
                    rows.Text(0),
                    rows.Text(1),
                    rows.Text(2),
                    rows.Integer(3),
                    rows.Blob(4).ToArray(),
                    rows.TextOrNull(5)
                )
            );
        }

        return files;
    }
}
