using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Approvals.Kernel.Documents;
using Approvals.Kernel.Journal;
using Approvals.Kernel.Outbox;
using Approvals.Kernel.Store;

namespace Approvals.Kernel.Turns;

/// <summary>
/// What a turn may do: read and write in the one transaction, append to the journal, put effects in the outbox, store
/// documents. Lives for one turn on the writer's thread; nothing of it may be kept.
/// </summary>
public sealed class TurnScope
{
    private const int MostEffects = 1024;

    private static readonly SqlText InsertRecord = new(
        """
        INSERT INTO journal (stream, version, turn, type, schema, at, actor, data, salt, leaf)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
        """
    );

    private static readonly SqlText InsertEffect = new(
        """
        INSERT INTO outbox (id, stream, kind, payload, at, state, attempts, due, note)
        VALUES (?1, ?2, ?3, ?4, ?5, 0, 0, ?6, NULL)
        """
    );

    private static readonly SqlText InsertDocument = new(
        """
        INSERT INTO document (id, digest, salt, media, name, length, blob, bytes, at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
        """
    );

    private readonly KeyBlocks keys;
    private readonly byte[] leaf = new byte[LeafHash.Size];
    private readonly byte[] salts = new byte[LeafHash.SaltSize * 256];
    private readonly List<Action> afterCommit = [];
    private readonly List<Action> onRollback = [];
    private int nextSalt = int.MaxValue;
    private int effects;

    internal TurnScope(SqlSession session, KeyBlocks keys)
    {
        Session = session;
        this.keys = keys;
        Actor = Actor.System("none");
    }

    public SqlSession Session { get; }

    /// <summary>Unique over the life of the store; grows, with gaps.</summary>
    public long TurnId { get; private set; }

    /// <summary>The instant of the turn, UTC, whole milliseconds. Every event of the turn bears it.</summary>
    public DateTimeOffset Now { get; private set; }

    public Actor Actor { get; private set; }

    /// <summary>A new int64 key, unique over all kinds of things. Keys are taken from blocks that the store hands out.</summary>
    public long NewKey() => keys.Next(Session, KeyBlocks.Things);

    /// <summary>A new key of a named sequence of its own.</summary>
    public long NewKey(string sequence) => keys.Next(Session, sequence);

    /// <summary>
    /// Appends what this turn did to one stream. <paramref name="version"/> is the stream's last version plus one; a
    /// version that is taken is a <see cref="StoreException"/> and ends the turn.
    /// </summary>
    public void Append(long stream, long version, string type, int schema, ReadOnlyMemory<byte> data)
    {
        var record = new JournalRecord(stream, version, TurnId, type, schema, Now, Actor.Id, data);
        var salt = NextSalt();
        LeafHash.Compute(record, salts.AsSpan(salt, LeafHash.SaltSize), leaf);
        Session.Execute(
            InsertRecord,
            stream,
            version,
            TurnId,
            type,
            schema,
            Now,
            Actor.Id,
            Bytes(data),
            SqlValue.Bytes(salts, salt, LeafHash.SaltSize),
            leaf
        );
    }

    /// <summary>
    /// Puts an effect in the outbox and gives its idempotency key. It leaves after the commit, at least once.
    /// </summary>
    public long Send(long stream, string kind, ReadOnlyMemory<byte> payload, DateTimeOffset? notBefore = null)
    {
        if (effects == MostEffects)
        {
            throw new InvalidOperationException($"A turn has at most {MostEffects} effects.");
        }

        var key = EffectKey.Of(TurnId, effects++);
        Session.Execute(InsertEffect, key, stream, kind, Bytes(payload), Now, notBefore ?? Now);
        return key;
    }

    /// <summary>Stores personal data beside the journal, inline, under a salted digest.</summary>
    public DocumentReference AddDocument(string name, string media, ReadOnlyMemory<byte> bytes) =>
        AddDocument(name, media, bytes, blob: null, bytes.Length);

    /// <summary>Stores a reference to a blob that is already durable.</summary>
    public DocumentReference AddDocument(string name, string media, byte[] blob, long length) =>
        AddDocument(name, media, bytes: default, blob, length);

    /// <summary>Runs after the commit, on the writer's thread: wake-ups and cache notices, short and without failure.</summary>
    public void AfterCommit(Action action) => afterCommit.Add(action);

    /// <summary>Runs when this turn, or its group, did not happen: evicts what the turn changed in memory.</summary>
    public void OnRollback(Action action) => onRollback.Add(action);

    internal void Begin(DateTimeOffset now, Actor actor)
    {
        Now = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());
        Actor = actor;
        effects = 0;
        afterCommit.Clear();
        onRollback.Clear();
        keys.BeginTurn();
        TurnId = keys.Next(Session, KeyBlocks.Turns);
    }

    internal void TakeCallbacks(List<Action> committed, List<Action> rolledBack)
    {
        committed.AddRange(afterCommit);
        rolledBack.AddRange(onRollback);
    }

    internal void RunRollbacks()
    {
        foreach (var action in onRollback)
        {
            action();
        }
    }

    private static SqlValue Bytes(ReadOnlyMemory<byte> memory) =>
        MemoryMarshal.TryGetArray(memory, out var segment) && segment.Array is { } array
            ? SqlValue.Bytes(array, segment.Offset, segment.Count)
            : memory.ToArray();

    private DocumentReference AddDocument(
        string name,
        string media,
        ReadOnlyMemory<byte> bytes,
        byte[]? blob,
        long length
    )
    {
        var salt = RandomNumberGenerator.GetBytes(LeafHash.SaltSize);
        var digest = DocumentDigest.Compute(salt, blob ?? SHA256.HashData(bytes.Span));
        var id = NewKey();
        var inline = blob is null ? Bytes(bytes) : SqlValue.Null;
        Session.Execute(InsertDocument, id, digest, salt, media, name, length, blob, inline, Now);
        return new DocumentReference(id, Convert.ToHexStringLower(digest));
    }

    private int NextSalt()
    {
        if (nextSalt >= salts.Length)
        {
            RandomNumberGenerator.Fill(salts);
            nextSalt = 0;
        }

        var salt = nextSalt;
        nextSalt += LeafHash.SaltSize;
        return salt;
    }
}
