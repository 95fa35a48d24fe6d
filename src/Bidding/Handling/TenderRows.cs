using Approvals.Bidding.Tenders;
using Approvals.Kernel.Store;

namespace Approvals.Bidding.Handling;

/// <summary>The row of a tender: a function of its state.</summary>
internal static class TenderRows
{
    private static readonly SqlText Add = new(
        """
        INSERT INTO tender (key, number, record, instance, title, kind, stage, tenderer, agency, declared, published, deadline, moved)
        VALUES (?1, ?2, ?3, NULL, ?4, ?5, ?6, ?7, NULL, ?8, NULL, NULL, ?8)
        """
    );

    private static readonly SqlText Change = new(
        "UPDATE tender SET stage = ?2, agency = ?3, published = ?4, deadline = ?5, moved = ?6 WHERE key = ?1"
    );

    private static readonly SqlText Attach = new("UPDATE tender SET instance = ?2 WHERE key = ?1");
    private static readonly SqlText Instance = new("SELECT instance FROM tender WHERE key = ?1");
    private static readonly SqlText OfYear = new("SELECT count(*) FROM tender WHERE number LIKE ?1");

    public static void Write(SqlSession session, TenderState state, bool isNew, DateTimeOffset at)
    {
        if (isNew)
        {
            session.Execute(
                Add,
                state.Key,
                state.Number,
                state.Record,
                state.Declaration.Title,
                state.Declaration.Kind.ToString(),
                state.Stage.ToString(),
                state.Declaration.Tenderer,
                state.DeclaredAt
            );
        }
        else
        {
            session.Execute(
                Change,
                state.Key,
                state.Stage.ToString(),
                state.Choice?.Agency,
                state.PublishedAt,
                state.File?.Deadline,
                at
            );
        }
    }

    public static void AttachInstance(SqlSession session, long key, long instance) =>
        session.Execute(Attach, key, instance);

    public static long InstanceOf(SqlSession session, long key) => session.QueryInteger(Instance, key) ?? 0;

    public static int CountOf(SqlSession session, int year) =>
        (int)session.QueryInteger(OfYear, $"QYZB-{year}-%")!.Value;
}
