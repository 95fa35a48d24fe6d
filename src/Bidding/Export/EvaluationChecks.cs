using Approvals.Bidding.Evaluation;
using Approvals.Bidding.Sealing;
using Approvals.Bidding.Sealing.Envelopes;
using Approvals.Bidding.Sealing.Judging;
using Approvals.Bidding.Sealing.Record;

namespace Approvals.Bidding.Export;

/// <summary>
/// Draw and scores are proved by the record's own rules; here the ranking is computed again from opened prices, opened sheets and
/// the frozen formula.
/// </summary>
internal static class EvaluationChecks
{
    public static IEnumerable<ExportCheck> Of(
        TenderExport export,
        RecordState state,
        Dictionary<string, Evidence> evidence,
        Identification found
    )
    {
        var evaluation = state.Evaluation;
        if (evaluation.Committee is not { } committee)
        {
            yield break;
        }

        yield return new(
            "draw",
            true,
            evaluation.Draw is null
                ? "The seeds aren't opened yet."
                : $"{committee.Members.Length} members drawn again from {evaluation.Pool!.Leaves.Length}."
        );
        yield return new(
            "scores",
            true,
            $"{evaluation.Sheets.Count} of {committee.Members.Length} sheets opened, each as committed before."
        );
        if (evaluation.Rankings.IsEmpty)
        {
            yield break;
        }

        var formula = PriceFormula.Read(export.Formula);
        if (formula is null || !formula.Hash.AsSpan().SequenceEqual(state.Notice!.FormulaHash))
        {
            yield return new("ranking", false, "The price formula isn't the one of the notice.");
            yield break;
        }

        var faults = new List<string>();
        foreach (var ranked in evaluation.Rankings.Values)
        {
            if (Again(state, evidence, found, formula, ranked) is { } fault)
            {
                faults.Add($"Lot {ranked.Lot}: {fault}");
            }
        }

        yield return ExportVerifier.Result("ranking", faults, $"{evaluation.Rankings.Count} lots ranked again.");
    }

    /// <summary>What is wrong with a published ranking, or null.</summary>
    private static string? Again(
        RecordState state,
        Dictionary<string, Evidence> evidence,
        Identification found,
        PriceFormula formula,
        LotRanked ranked
    )
    {
        var sheets = state.Evaluation.Sheets.Values.Select(sheet => ScoreSheet.Read(sheet.Sheet)!).ToList();
        var bids = new List<(string, decimal, decimal)>();
        foreach (var line in ranked.Lines)
        {
            var bid = state.Bids.SingleOrDefault(each => each.Slot == line.Slot);
            if (
                bid is null
                || found.Superseded.Contains(line.Slot)
                || PriceOf(state, evidence[line.Slot], ranked.Lot) is not { } price
            )
            {
                return $"{line.Slot} has no opened price.";
            }

            var points = sheets.ConvertAll(sheet => sheet.Points.Where(each => each.Slot == line.Slot).ToArray());
            if (points.Exists(each => each.Length != 1))
            {
                return $"{line.Slot} isn't scored by every member.";
            }

            bids.Add((line.Slot, points.Average(each => each[0].Points), price));
        }

        if (Ranking.Of(formula, ranked.PriceWeight, bids) is not { } again)
        {
            return "the formula gives no score.";
        }

        var lines = again.Select(bid => new RankingLine(
            bid.Slot,
            EvaluationCodec.ScoreText(bid.Technical),
            EvaluationCodec.ScoreText(bid.PriceScore),
            EvaluationCodec.ScoreText(bid.Total)
        ));
        return lines.SequenceEqual(ranked.Lines) ? null : "scores or order are others.";
    }

    /// <summary>投标总价 in yuan.</summary>
    private static decimal? PriceOf(RecordState state, Evidence evidence, int lot)
    {
        var section = new SectionId(lot, SectionKind.Open);
        if (
            evidence is not { Header: { } header, Body: { } body }
            || !evidence.Secrets.TryGetValue(section, out var own)
            || Judge.HolderSecretOf(state, header) is not { } holders
        )
        {
            return null;
        }

        var (start, length) = BodyOpener.PlaceOf(state.Notice!, section);
        return
            body(start, length) is { } ciphertext
            && BodyOpener.Open(state.Notice!, header, section, own, holders, ciphertext) is { } plain
            && OpeningStatement.Read(plain) is { } statement
            ? statement.Price / 100m
            : null;
    }
}
