using System.Text.Json;
using Approvals.Kernel;
using Approvals.Kernel.Codes;
using Approvals.Kernel.Journal;
using Approvals.Kernel.Organisations;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;

namespace Approvals.Cases.Handling;

/// <summary>
/// What administrators change in the organisation: units with their windows, people and posts. Every change is a journal record
/// (<c>organisation.unit-put</c>, <c>person.posted</c>); whoever is no administrator is refused with <c>organisation.not-administrator</c>.
/// </summary>
public static class OrganisationEditing
{
    public const string UnitPut = "organisation.unit-put";

    private static readonly SqlText UnitStream = new("SELECT stream, version, ordinal FROM unit WHERE code = ?1");
    private static readonly SqlText LastOrdinal = new("SELECT max(ordinal) FROM unit");
    private static readonly SqlText SetStream = new("UPDATE unit SET stream = ?2, version = ?3 WHERE code = ?1");
    private static readonly SqlText PersonVersion = new("SELECT version FROM person WHERE key = ?1");
    private static readonly SqlText SetPersonVersion = new("UPDATE person SET version = ?2 WHERE key = ?1");

    /// <summary>
    /// Adds the unit or changes it. Rejected: <c>organisation.unit-unnamed</c>, <c>organisation.bad-unit-code</c>,
    /// <c>organisation.bad-credit-code</c>, <c>organisation.bad-region</c>, <c>organisation.bad-window</c> and what <see cref="OrganisationTree"/>
    /// finds.
    /// </summary>
    public static TurnAnswer Put(TurnScope scope, Unit unit)
    {
        if (!Roles.Holds(scope.Actor, Roles.Administrator))
        {
            return Rejection.Of("organisation.not-administrator");
        }

        if (Check(unit) is { } wrong)
        {
            return wrong;
        }

        var others = Organisation.Units(scope.Session).Where(each => each.Code != unit.Code);
        if (OrganisationTree.From([.. others, unit], out var fault) is null)
        {
            return fault!;
        }

        var (stream, version, ordinal) = StreamOf(scope, unit.Code);
        var data = JsonSerializer.SerializeToUtf8Bytes(unit, OrganisationJson.Default.Unit);
        scope.Append(stream, version + 1, UnitPut, 1, data);
        Organisation.Write(scope.Session, unit, ordinal);
        scope.Session.Execute(SetStream, unit.Code, stream, version + 1);
        return TurnAnswer.Done(unit.Code);
    }

    internal static void Fold(SqlSession session, JournalRecord record, Unit unit)
    {
        Organisation.Write(session, unit, OrdinalOf(session, unit.Code) ?? NextOrdinal(session));
        session.Execute(SetStream, unit.Code, record.Stream, record.Version);
    }

    /// <summary>Registers a member of staff; the answer is the person's key. Rejected: <c>organisation.person-unnamed</c> and as <see cref="Post"/>.</summary>
    public static TurnAnswer Engage(TurnScope scope, string name, Post post)
    {
        if (!Roles.Holds(scope.Actor, Roles.Administrator))
        {
            return Rejection.Of("organisation.not-administrator");
        }

        if (string.IsNullOrWhiteSpace(name))
        {
            return Rejection.Of("organisation.person-unnamed");
        }

        if (Check(scope.Session, post) is { } wrong)
        {
            return wrong;
        }

        var details = new PersonDetails(name.Trim(), null, null, null, null, null);
        return TurnAnswer.Done(Organisation.Register(scope, details, [post]).ToString());
    }

    /// <summary>
    /// Gives a person one more post. Rejected: <c>organisation.unknown-person</c>, <c>organisation.double-post</c>,
    /// <c>organisation.unknown-unit</c>, <c>organisation.unknown-role</c>.
    /// </summary>
    public static TurnAnswer Post(TurnScope scope, long person, Post post) =>
        Change(
            scope,
            person,
            posts =>
                Check(scope.Session, post)
                ?? (
                    posts.Exists(each => each.Group == post.Group)
                        ? Rejection.Of("organisation.double-post", ("post", post.Group))
                        : null
                ),
            posts => posts.Add(post)
        );

    /// <summary>Takes a post away. Rejected: <c>organisation.no-such-post</c>, and <c>organisation.last-administrator</c> for one's own.</summary>
    public static TurnAnswer Relieve(TurnScope scope, long person, string group) =>
        Change(
            scope,
            person,
            posts =>
                !posts.Exists(each => each.Group == group) ? Rejection.Of("organisation.no-such-post")
                : Organisation.ActorId(person) == scope.Actor.Id
                && group.StartsWith(Roles.Administrator + "@", StringComparison.Ordinal)
                    ? Rejection.Of("organisation.last-administrator")
                : null,
            posts => posts.RemoveAll(each => each.Group == group)
        );

    private static TurnAnswer Change(
        TurnScope scope,
        long person,
        Func<List<Post>, Rejection?> check,
        Action<List<Post>> change
    )
    {
        if (!Roles.Holds(scope.Actor, Roles.Administrator))
        {
            return Rejection.Of("organisation.not-administrator");
        }

        if (scope.Session.QueryInteger(PersonVersion, person) is not { } version)
        {
            return Rejection.Of("organisation.unknown-person");
        }

        var posts = Organisation.Posts(scope.Session, person).ToList();
        if (check(posts) is { } wrong)
        {
            return wrong;
        }

        change(posts);
        Organisation.SetPosts(scope, person, version + 1, posts);
        scope.Session.Execute(SetPersonVersion, person, version + 1);
        return TurnAnswer.Done(person.ToString());
    }

    private static (long Stream, long Version, long Ordinal) StreamOf(TurnScope scope, string code)
    {
        using (var rows = scope.Session.Query(UnitStream, code))
        {
            if (rows.Next())
            {
                var (stream, version, ordinal) = (rows.Integer(0), rows.Integer(1), rows.Integer(2));
                return (stream == 0 ? scope.NewKey() : stream, version, ordinal);
            }
        }

        return (scope.NewKey(), 0, NextOrdinal(scope.Session));
    }

    private static long? OrdinalOf(SqlSession session, string code)
    {
        using var rows = session.Query(UnitStream, code);
        return rows.Next() ? rows.Integer(2) : null;
    }

    private static long NextOrdinal(SqlSession session) => (session.QueryInteger(LastOrdinal) ?? 0) + 1;

    private static Rejection? Check(Unit unit)
    {
        if (unit.Code is not { Length: > 0 and <= 40 } || !unit.Code.All(IsCodeLetter))
        {
            return Rejection.Of("organisation.bad-unit-code", ("unit", unit.Code));
        }

        if (
            string.IsNullOrWhiteSpace(unit.Name)
            || string.IsNullOrWhiteSpace(unit.ShortName)
            || string.IsNullOrWhiteSpace(unit.DocumentPrefix)
        )
        {
            return Rejection.Of("organisation.unit-unnamed");
        }

        if (!UnifiedCreditCode.TryParse(unit.CreditCode, out _, out _))
        {
            return Rejection.Of("organisation.bad-credit-code", ("code", unit.CreditCode));
        }

        if (unit.Region is not { Length: 6 or 9 or 12 } || !unit.Region.All(char.IsAsciiDigit))
        {
            return Rejection.Of("organisation.bad-region", ("region", unit.Region));
        }

        var window = unit.Windows.FirstOrDefault(each => each.Number.Length == 0 || each.Name.Length == 0);
        return window is null ? null : Rejection.Of("organisation.bad-window");
    }

    private static Rejection? Check(SqlSession session, Post post)
    {
        if (!Roles.Staff.Contains(post.Role))
        {
            return Rejection.Of("organisation.unknown-role", ("role", post.Role));
        }

        return Organisation.Units(session).Any(unit => unit.Code == post.Unit)
            ? null
            : Rejection.Of("organisation.unknown-unit", ("unit", post.Unit));
    }

    private static bool IsCodeLetter(char letter) =>
        letter is '-' || char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter);
}
