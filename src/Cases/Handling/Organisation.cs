using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Approvals.Kernel;
using Approvals.Kernel.Journal;
using Approvals.Kernel.Organisations;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;

namespace Approvals.Cases.Handling;

/// <summary>What the platform knows of a person; personal data, kept out of the journal.</summary>
public sealed record PersonDetails(
    string Name,
    string? Phone,
    string? CitizenId,
    string? Address,
    string? Organisation,
    string? CreditCode
);

/// <summary>
/// Units, people and their posts in platform.db. Who holds which post is journalled (by ids); names and codes are not.
/// A person's key <c>1024</c> is the actor id <c>p:1024</c>.
/// </summary>
public static class Organisation
{
    internal const string UnitsSet = "organisation.units-set";
    internal const string PersonPosted = "person.posted";

    private static readonly SqlText PutUnit = new(
        "INSERT INTO unit (code, ordinal, data) VALUES (?1, ?2, ?3) ON CONFLICT (code) DO UPDATE SET ordinal = ?2, data = ?3"
    );

    private static readonly SqlText LoadUnit = new("SELECT data FROM unit WHERE code = ?1");
    private static readonly SqlText LoadUnits = new("SELECT data FROM unit ORDER BY ordinal");
    private static readonly SqlText AddPerson = new(
        """
        INSERT INTO person (key, name, phone, citizen_id, address, organisation, credit_code, version)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 1)
        """
    );

    private static readonly SqlText LoadPerson = new(
        "SELECT name, phone, citizen_id, address, organisation, credit_code FROM person WHERE key = ?1"
    );

    private static readonly SqlText AddPost = new(
        "INSERT INTO post (person, grp, title, window) VALUES (?1, ?2, ?3, ?4)"
    );

    private static readonly SqlText RemovePosts = new("DELETE FROM post WHERE person = ?1");

    private static readonly SqlText LoadPosts = new(
        "SELECT grp, title, window FROM post WHERE person = ?1 ORDER BY grp"
    );

    private static readonly SqlText ByCitizen = new(
        "SELECT key FROM person WHERE citizen_id = ?1 AND coalesce(credit_code, '') = coalesce(?2, '') ORDER BY key LIMIT 1"
    );

    public static string ActorId(long person) => "p:" + person;

    /// <summary>The key in an actor id <c>p:1024</c>, or null for the system and anything else.</summary>
    public static long? PersonKey(string actorId) =>
        actorId.StartsWith("p:", StringComparison.Ordinal) && long.TryParse(actorId.AsSpan(2), out var key)
            ? key
            : null;

    public static void SetUnits(TurnScope scope, IReadOnlyList<Unit> units)
    {
        var key = scope.NewKey();
        scope.Append(
            key,
            1,
            UnitsSet,
            1,
            JsonSerializer.SerializeToUtf8Bytes(units, OrganisationJson.Default.IReadOnlyListUnit)
        );
        Write(scope.Session, units);
    }

    private static void Write(SqlSession session, IReadOnlyList<Unit> units)
    {
        for (var i = 0; i < units.Count; i++)
        {
            Write(session, units[i], i);
        }
    }

    /// <summary>Does to the tables what a record of the organisation says.</summary>
    internal static void Fold(SqlSession session, JournalRecord record)
    {
        switch (record.Type)
        {
            case UnitsSet:
                Write(session, Read(record, OrganisationJson.Default.IReadOnlyListUnit));
                break;
            case OrganisationEditing.UnitPut:
                OrganisationEditing.Fold(session, record, Read(record, OrganisationJson.Default.Unit));
                break;
            case PersonPosted:
                session.Execute(RemovePosts, record.Stream);
                AddPosts(session, record.Stream, Read(record, OrganisationJson.Default.IReadOnlyListPost));
                break;
        }
    }

    private static T Read<T>(JournalRecord record, JsonTypeInfo<T> info) =>
        JsonSerializer.Deserialize(record.Data.Span, info) ?? throw new InvalidDataException($"{record.Type} is null.");

    public static bool HasUnit(SqlSession session, string code)
    {
        using var rows = session.Query(LoadUnit, code);
        return rows.Next();
    }

    /// <summary>The unit; it must exist.</summary>
    public static Unit Unit(SqlSession session, string code)
    {
        using var rows = session.Query(LoadUnit, code);
        return rows.Next()
            ? JsonSerializer.Deserialize(rows.Text(0), OrganisationJson.Default.Unit)!
            : throw new InvalidDataException($"There is no unit '{code}'.");
    }

    public static IReadOnlyList<Unit> Units(SqlSession session)
    {
        var units = new List<Unit>();
        using var rows = session.Query(LoadUnits);
        while (rows.Next())
        {
            units.Add(JsonSerializer.Deserialize(rows.Text(0), OrganisationJson.Default.Unit)!);
        }

        return units;
    }

    /// <summary>Who is known by the identity number already, for the same organisation or for himself; null when nobody.</summary>
    public static long? FindByCitizenId(SqlSession session, string citizenId, string? creditCode) =>
        session.QueryInteger(ByCitizen, citizenId, creditCode);

    /// <summary>Registers a person with the posts he or she holds (none for applicants) and gives the key.</summary>
    public static long Register(TurnScope scope, PersonDetails details, IReadOnlyList<Post> posts)
    {
        var key = scope.NewKey();
        scope.Session.Execute(
            AddPerson,
            key,
            details.Name,
            details.Phone,
            details.CitizenId,
            details.Address,
            details.Organisation,
            details.CreditCode
        );
        scope.Append(
            key,
            1,
            PersonPosted,
            1,
            JsonSerializer.SerializeToUtf8Bytes(posts, OrganisationJson.Default.IReadOnlyListPost)
        );
        AddPosts(scope.Session, key, posts);
        return key;
    }

    /// <summary>The posts from now on, all of them; the version is the next of the person's stream.</summary>
    internal static void SetPosts(TurnScope scope, long person, long version, IReadOnlyList<Post> posts)
    {
        var data = JsonSerializer.SerializeToUtf8Bytes(posts, OrganisationJson.Default.IReadOnlyListPost);
        scope.Append(person, version, PersonPosted, 1, data);
        scope.Session.Execute(RemovePosts, person);
        AddPosts(scope.Session, person, posts);
    }

    internal static void Write(SqlSession session, Unit unit, long ordinal) =>
        session.Execute(PutUnit, unit.Code, ordinal, JsonSerializer.Serialize(unit, OrganisationJson.Default.Unit));

    private static void AddPosts(SqlSession session, long person, IReadOnlyList<Post> posts)
    {
        foreach (var post in posts)
        {
            session.Execute(AddPost, person, post.Group, post.Title, post.Window);
        }
    }

    /// <summary>A member of staff as an actor, with the groups of today; null when nobody of that id holds a post.</summary>
    public static Actor? StaffActor(SqlSession session, string actorId) =>
        PersonKey(actorId) is { } key && Posts(session, key) is { Count: > 0 } posts
            ? new Actor(actorId, [.. posts.Select(post => post.Group).Distinct(StringComparer.Ordinal)])
            : null;

    public static PersonDetails? FindPerson(SqlSession session, long key)
    {
        using var rows = session.Query(LoadPerson, key);
        return rows.Next()
            ? new PersonDetails(
                rows.Text(0),
                rows.TextOrNull(1),
                rows.TextOrNull(2),
                rows.TextOrNull(3),
                rows.TextOrNull(4),
                rows.TextOrNull(5)
            )
            : null;
    }

    public static IReadOnlyList<Post> Posts(SqlSession session, long person)
    {
        var posts = new List<Post>();
        using var rows = session.Query(LoadPosts, person);
        while (rows.Next())
        {
            var group = rows.Text(0);
            var at = group.IndexOf('@', StringComparison.Ordinal);
            posts.Add(new Post(group[..at], group[(at + 1)..], rows.TextOrNull(1), rows.TextOrNull(2)));
        }

        return posts;
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(Unit))]
[JsonSerializable(typeof(IReadOnlyList<Unit>))]
[JsonSerializable(typeof(IReadOnlyList<Post>))]
internal sealed partial class OrganisationJson : JsonSerializerContext;
