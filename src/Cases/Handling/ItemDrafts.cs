using Approvals.Cases.Catalogue;
using Approvals.Kernel;
using Approvals.Kernel.Organisations;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;

namespace Approvals.Cases.Handling;

/// <summary>An item as somebody is editing it; nobody else sees it before it is published.</summary>
/// <param name="Base">The version it was begun from; 0 for a new item.</param>
public sealed record ItemDraft(string Code, int Base, Item Item, string Editor, DateTimeOffset Updated);

/// <summary>
/// The administrators' commands over the catalogue: save, import, publish, withdraw. Whoever is none is refused with
/// <c>catalogue.not-administrator</c>.
/// </summary>
public sealed class ItemDrafts(ItemVersions items)
{
    private static readonly SqlText Put = new(
        """
        INSERT INTO item_draft (code, base, data, editor, updated) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (code) DO UPDATE SET data = ?3, editor = ?4, updated = ?5
        """
    );

    private static readonly SqlText Load = new(
        "SELECT code, base, data, editor, updated FROM item_draft WHERE code = ?1"
    );
    private static readonly SqlText LoadAll = new(
        "SELECT code, base, data, editor, updated FROM item_draft ORDER BY updated DESC, code"
    );
    private static readonly SqlText Remove = new("DELETE FROM item_draft WHERE code = ?1");
    private static readonly SqlText UnitExists = new("SELECT count(*) FROM unit WHERE code = ?1");

    public static ItemDraft? Find(SqlSession session, string code)
    {
        using var rows = session.Query(Load, code);
        return rows.Next() ? Read(rows) : null;
    }

    /// <summary>The latest first.</summary>
    public static IReadOnlyList<ItemDraft> All(SqlSession session)
    {
        var drafts = new List<ItemDraft>();
        using var rows = session.Query(LoadAll);
        while (rows.Next())
        {
            drafts.Add(Read(rows));
        }

        return drafts;
    }

    /// <summary>Saves what the editor holds, right or wrong: <c>item-file.no-code</c> is the only thing that a draft must have.</summary>
    public TurnAnswer Save(TurnScope scope, Item item)
    {
        if (Refused(scope) is { } refused)
        {
            return refused;
        }

        if (string.IsNullOrWhiteSpace(item.Code))
        {
            return Rejection.Of("catalogue.code-missing");
        }

        Write(scope, item);
        return TurnAnswer.Done(item.Code);
    }

    /// <summary>Takes over all items of a file as drafts, in one turn.</summary>
    public TurnAnswer Import(TurnScope scope, IReadOnlyList<Item> imported)
    {
        if (Refused(scope) is { } refused)
        {
            return refused;
        }

        foreach (var item in imported)
        {
            Write(scope, item);
        }

        return TurnAnswer.Done(imported.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    public static TurnAnswer Discard(TurnScope scope, string code)
    {
        if (Refused(scope) is { } refused)
        {
            return refused;
        }

        return scope.Session.Execute(Remove, code) > 0 ? TurnAnswer.Done() : Rejection.Of("catalogue.no-draft");
    }

    /// <summary>
    /// Publishes the draft as the item's next version from that day on. Everything that forbids it is told at once by <see cref="Check"/>;
    /// the turn itself answers with the first.
    /// </summary>
    public TurnAnswer Publish(TurnScope scope, string code, DateOnly effectiveFrom)
    {
        if (Refused(scope) is { } refused)
        {
            return refused;
        }

        if (Find(scope.Session, code) is not { } draft)
        {
            return Rejection.Of("catalogue.no-draft");
        }

        if (UnknownUnit(scope.Session, draft.Item) is { } unknown)
        {
            return unknown;
        }

        if (effectiveFrom < Approvals.Kernel.Calendar.CivilTime.DateOf(scope.Now))
        {
            return Rejection.Of("catalogue.effective-in-the-past");
        }

        var rejections = items.Publish(scope, draft.Item, effectiveFrom);
        if (rejections.Count > 0)
        {
            return rejections[0];
        }

        scope.Session.Execute(Remove, code);
        return TurnAnswer.Done(code);
    }

    public TurnAnswer Withdraw(TurnScope scope, string code, DateOnly lastDay)
    {
        if (Refused(scope) is { } refused)
        {
            return refused;
        }

        return items.Withdraw(scope, code, lastDay) is { } rejection ? rejection : TurnAnswer.Done(code);
    }

    /// <summary>Everything that stands against publishing the draft.</summary>
    public static IReadOnlyList<Rejection> Check(SqlSession session, Item item) =>
        UnknownUnit(session, item) is { } unknown ? [unknown, .. Publishing.Check(item)] : Publishing.Check(item);

    private void Write(TurnScope scope, Item item)
    {
        var version = items.Latest(scope.Session, item.Code)?.Version ?? 0;
        var data = CatalogueCodec.WriteItem(item);
        scope.Session.Execute(Put, item.Code, version, data, scope.Actor.Id, scope.Now);
    }

    private static Rejection? Refused(TurnScope scope) =>
        Roles.Holds(scope.Actor, Roles.Administrator) ? null : Rejection.Of("catalogue.not-administrator");

    private static Rejection? UnknownUnit(SqlSession session, Item item) =>
        session.QueryInteger(UnitExists, item.Unit) == 1
            ? null
            : Rejection.Of("catalogue.unknown-unit", ("unit", item.Unit));

    private static ItemDraft Read(SqlRows rows) =>
        new(
            rows.Text(0),
            (int)rows.Integer(1),
            CatalogueCodec.ReadItem(rows.Text(2)),
            rows.Text(3),
            DateTimeOffset.FromUnixTimeMilliseconds(rows.Integer(4))
        );
}
