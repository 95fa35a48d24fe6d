using System.Collections.Immutable;
using Approvals.Bidding.Evaluation;
using Approvals.Bidding.Sealing.Record;
using Approvals.Bidding.Tenders;
using Approvals.Kernel.Store;

namespace Approvals.Bidding.Handling;

/// <summary>打开评分、计算排序: all sheets at once, then every lot by the frozen formula; the entries say it in the record.</summary>
internal static class Scoring
{
    public static IEnumerable<ScoreOpened> Sheets(SqlSession session, TenderState tender, DateTimeOffset at) =>
        tender.Sheets.Values.Select(sheet =>
        {
            var bytes = InlineDocuments.Read(session, sheet.Document);
            return new ScoreOpened(
                at,
                sheet.Expert,
                sheet.Version,
                bytes[..SheetDocument.SaltSize],
                bytes[SheetDocument.SaltSize..]
            );
        });

    /// <summary>The ranking of every lot in which there is a bid left to rank.</summary>
    public static ImmutableArray<LotResult> Rank(SqlSession session, TenderState tender, RecordState record)
    {
        var formula = PriceFormula.Read(InlineDocuments.Read(session, tender.File!.Formula.Id))!;
        var sheets = record.Evaluation.Sheets.Values.Select(each => ScoreSheet.Read(each.Sheet)!).ToList();
        var results = ImmutableArray.CreateBuilder<LotResult>();
        foreach (var lot in record.PassedLots)
        {
            var bids = Bids(tender, sheets, lot);
            if (bids.Count > 0)
            {
                results.Add(ResultOf(tender, formula, lot, bids));
            }
        }

        return results.ToImmutable();
    }

    public static LotRanked EntryOf(TenderState tender, LotResult result, DateTimeOffset at) =>
        new(
            at,
            result.Lot,
            tender.File!.PriceWeight,
            [.. result.Lines.Select(line => new RankingLine(line.Slot, line.Technical, line.PriceScore, line.Total))]
        );

    private static List<(string Slot, decimal Technical, decimal Price)> Bids(
        TenderState tender,
        List<ScoreSheet> sheets,
        int lot
    ) =>
        [
            .. from slot in tender.Scored
            let bid = tender.Opening!.Bids.Single(each => each.Slot == slot)
            from statement in bid.Statements
            where statement.Lot == lot
            select (
                slot,
                sheets.Average(sheet => sheet.Points.Single(each => each.Slot == slot).Points),
                statement.Price / 100m
            ),
        ];

    private static LotResult ResultOf(
        TenderState tender,
        PriceFormula formula,
        int lot,
        List<(string Slot, decimal Technical, decimal Price)> bids
    )
    {
        var ranked =
            Ranking.Of(formula, tender.File!.PriceWeight, bids)
            ?? throw new InvalidOperationException($"The formula of {tender.Number} gives no score for lot {lot}.");
        return new LotResult(
            lot,
            [
                .. ranked.Select(bid => new ResultLine(
                    bid.Slot,
                    tender.Opening!.Bids.Single(each => each.Slot == bid.Slot).Bidder,
                    EvaluationCodec.ScoreText(bid.Technical),
                    EvaluationCodec.ScoreText(bid.PriceScore),
                    EvaluationCodec.ScoreText(bid.Total),
                    (long)(bid.Price * 100)
                )),
            ]
        );
    }
}

/// <summary>A score sheet as it is kept until all are opened: salt ‖ sheet.</summary>
internal static class SheetDocument
{
    public const int SaltSize = 32;
}
