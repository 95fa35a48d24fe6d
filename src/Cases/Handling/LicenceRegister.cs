using Approvals.Cases.Commands;
using Approvals.Kernel;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;
using Approvals.Workflow.Runtime;

namespace Approvals.Cases.Handling;

/// <summary>证照登记: licences end, and are renewed by others. Every change is an event of the case that issued the licence.</summary>
public sealed class LicenceRegister(CaseStore cases, ProcessRuntime runtime)
{
    /// <summary>The process that makes the paper; it has the case as its owner and the case keeps its own process.</summary>
    private const string Withdrawal = "licence-withdrawal";

    private static readonly Actor Platform = Actor.System("register");

    private static readonly SqlText Holding = new(
        """
        SELECT l.owner, c.item_code, c.applicant FROM licence l JOIN case_row c ON c.key = l.owner
        WHERE l.identifier = ?1 AND l.ending IS NULL AND c.result = 'Granted'
        """
    );

    private static readonly SqlText Usable = new(
        """
        SELECT l.name, l.number, d.media, d.length, d.blob FROM licence l
        JOIN case_row c ON c.key = l.owner JOIN document d ON d.id = l.document
        WHERE l.identifier = ?1 AND c.applicant = ?2 AND l.ending IS NULL AND d.blob IS NOT NULL
          AND l.valid_from <= ?3 AND coalesce(l.valid_to, ?3) >= ?3
        """
    );

    /// <summary>电子证照复用: a held licence as a file of its holder's application; null when it isn't his, has ended, or is out of its term on the day.</summary>
    public static DraftFile? AsMaterial(
        SqlSession session,
        string identifier,
        string holder,
        DateOnly day,
        string field
    )
    {
        using var rows = session.Query(Usable, identifier, holder, $"{day:yyyy-MM-dd}");
        return rows.Next()
            ? new DraftFile(
                field,
                $"{rows.Text(0)} {rows.Text(1)}.pdf",
                rows.Text(2),
                rows.Integer(3),
                rows.Blob(4).ToArray(),
                identifier
            )
            : null;
    }

    /// <summary>撤销、注销: the register shows it with the turn, the sealed decision follows.</summary>
    public TurnAnswer Withdraw(TurnScope scope, long key, WithdrawLicence command)
    {
        var (done, rejection) = cases.Execute(scope, key, command);
        if (done is null)
        {
            return rejection!;
        }

        var (_, refused) = runtime.Start(scope, Withdrawal, key, []);
        return refused is null ? TurnAnswer.Done(key.ToString()) : refused;
    }

    /// <summary>Whether an application may renew the licence: one of the same item, held by the applicant, that has not ended.</summary>
    internal static Rejection? Check(SqlSession session, string identifier, string item, string applicant)
    {
        using var rows = session.Query(Holding, identifier);
        return rows.Next() && rows.Text(1) == item && rows.Text(2) == applicant
            ? null
            : Rejection.Of("licence.not-renewable");
    }

    /// <summary>The licence of a renewal has been issued: the old one ends, unless it ended meanwhile.</summary>
    internal static void Renew(CaseStore cases, TurnScope scope, LoadedCase renewed)
    {
        if (renewed.State is not { Renews: { } old, Licence: { } licence })
        {
            return;
        }

        long? owner;
        using (var rows = scope.Session.Query(Holding, old))
        {
            owner = rows.Next() ? rows.Integer(0) : null;
        }

        if (owner is { } key)
        {
            cases.Execute(scope, key, new ReplaceLicence(licence.Identifier), Platform);
        }
    }
}
