using Approvals.Bidding.Tenders;
using Approvals.Kernel.Store;
using Approvals.Server.Storage;

namespace Approvals.Server.Reads.Tenders;

/// <summary>A line of the list of tenders.</summary>
public sealed record TenderLine(
    string Number,
    string Title,
    TenderKind Kind,
    TenderStage Stage,
    string Tenderer,
    string? Agency,
    DateTimeOffset? Published,
    DateTimeOffset? Deadline
);

/// <summary>All tenders, the newest first; the public sees those that are published.</summary>
public sealed class TenderListQuery(Platform platform)
{
    private static readonly SqlText All = new(
        """
        SELECT number, title, kind, stage, tenderer, agency, published, deadline FROM tender
        WHERE ?1 OR published IS NOT NULL ORDER BY coalesce(published, declared) DESC, number DESC LIMIT 500
        """
    );

    public IReadOnlyList<TenderLine> List(bool isPublicOnly) =>
        platform.Readers.Read(session => Read(session, isPublicOnly));

    internal static List<TenderLine> Read(SqlSession session, bool isPublicOnly)
    {
        var lines = new List<TenderLine>();
        using var rows = session.Query(All, !isPublicOnly);
        while (rows.Next())
        {
            lines.Add(
                new TenderLine(
                    rows.Text(0),
                    rows.Text(1),
                    Enum.Parse<TenderKind>(rows.Text(2)),
                    Enum.Parse<TenderStage>(rows.Text(3)),
                    rows.Text(4),
                    rows.TextOrNull(5),
                    rows.InstantOrNull(6),
                    rows.InstantOrNull(7)
                )
            );
        }

        return lines;
    }
}
