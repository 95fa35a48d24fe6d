using Approvals.Cases.Events;
using Approvals.Kernel.Store;

namespace Approvals.Cases.Handling;

/// <summary>
/// 参与单位: the units besides the one that has a case which take part in it: departments of a joint case, the levels of a referred one.
/// Their staff may open it, and find their tasks while it runs.
/// </summary>
internal static class CaseUnits
{
    private static readonly SqlText Insert = new(
        "INSERT INTO case_unit (owner, unit, running) VALUES (?1, ?2, 1) ON CONFLICT (owner, unit) DO NOTHING"
    );

    private static readonly SqlText End = new("UPDATE case_unit SET running = 0 WHERE owner = ?1");

    public static void Write(SqlSession session, LoadedCase loaded, CaseEvent happened, Catalogue.Item item)
    {
        var key = loaded.State.Key;
        switch (happened)
        {
            case CaseReferred e:
                session.Execute(Insert, key, e.From);
                session.Execute(Insert, key, e.To);
                break;
            case BranchesOpened e:
                foreach (var branch in e.Branches)
                {
                    session.Execute(Insert, key, branch.Unit);
                }

                break;
            case CaseAccepted or CaseDeemedAccepted or CaseTypeChanged when loaded.State.Type == CaseType.GreenChannel:
                foreach (var unit in loaded.State.Participants(item))
                {
                    session.Execute(Insert, key, unit);
                }

                break;
            case CaseClosed or CaseWithdrawn:
                session.Execute(End, key);
                break;
        }
    }
}
