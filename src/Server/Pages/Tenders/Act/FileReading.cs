using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Approvals.Bidding.Evaluation;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Tenders;
using Approvals.Kernel;
using Approvals.Kernel.Blobs;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Turns;
using Approvals.Server.Reads.Tenders;
using Approvals.Server.Texts;

namespace Approvals.Server.Pages.Tenders.Act;

/// <summary>A posted tender file with its documents already durable as blobs.</summary>
internal sealed record FileReading(
    ImmutableArray<(string Name, Blob Blob)> Documents,
    (string Name, byte[] Bytes) Formula,
    TenderFile Rest
)
{
    private const long LargestDocument = 200L * 1024 * 1024;
    private const int OpenSection = 1024;
    private const int MegaByte = 1024 * 1024;
    private const int LargestPart = 512;
    private const int MostDummies = 256;
    private static readonly string[] CivilForms = ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss"];
    private static readonly char[] Dividers = ['｜', '|'];

    /// <summary>With its documents in the turn's tables.</summary>
    public TenderFile ToFile(TurnScope scope)
    {
        var formula = scope.AddDocument(Formula.Name, "application/xml", Formula.Bytes);
        return Rest with
        {
            Documents =
            [
                .. Documents.Select(each => new TenderDocument(
                    scope.AddDocument(each.Name, "application/octet-stream", each.Blob.Sha256, each.Blob.Length).Id,
                    each.Name,
                    Convert.ToHexStringLower(each.Blob.Sha256),
                    each.Blob.Length
                )),
            ],
            Formula = new TenderDocument(
                formula.Id,
                Formula.Name,
                Convert.ToHexStringLower(SHA256.HashData(Formula.Bytes)),
                Formula.Bytes.Length
            ),
        };
    }

    public static async Task<(FileReading? Reading, Rejection? Rejection)> ReadAsync(
        FileForm form,
        IBlobStore blobs,
        IReadOnlyList<TenderParty> supervisors,
        IReadOnlyList<TenderParty> notaries,
        ITexts texts,
        CancellationToken cancellation
    )
    {
        var supervisor = supervisors.FirstOrDefault(each => each.Unit == form.Supervisor);
        var notary = notaries.FirstOrDefault(each => each.Unit == form.Notary);
        var deadline = DateTime.TryParseExact(
            form.Deadline,
            CivilForms,
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var civil
        )
            ? new DateTimeOffset(civil, CivilTime.Offset)
            : (DateTimeOffset?)null;
        var missing =
            supervisor is null || notary is null ? "tenders.supervisor"
            : deadline is null ? "tenders.deadline"
            : Whole(form.PriceWeight, 99) is null ? "tenders.price-weight"
            : Money.Fen(form.Ceiling) is null ? "tenders.ceiling"
            : Money.Fen(form.Deposit) is null ? "tenders.deposit"
            : Whole(form.PartSize, LargestPart) is null ? "tenders.part-size"
            : Whole(form.DummyRange, MostDummies) is null ? "tenders.dummy-range"
            : CriteriaOf(form.Criteria) is null ? "tenders.criteria"
            : null;
        if (missing is not null)
        {
            return (null, Rejection.Of("tender.form-incomplete", ("field", texts[missing].Plain)));
        }

        var formula = await FormulaAsync(form.Formula, cancellation);
        if (PriceFormula.Read(formula.Bytes) is not { } read || read.Score(1, [1, 2], 10) is null)
        {
            return (null, Rejection.Of("tender.formula-broken"));
        }

        var documents = ImmutableArray.CreateBuilder<(string, Blob)>();
        foreach (var document in form.Documents.Where(each => each.Length > 0))
        {
            await using var stream = document.OpenReadStream();
            if (await blobs.PutAsync(stream, LargestDocument, cancellation) is { } blob)
            {
                documents.Add((Path.GetFileName(document.FileName), blob));
            }
        }

        var part = Whole(form.PartSize, LargestPart)!.Value * MegaByte;
        return (
            new FileReading(
                documents.ToImmutable(),
                formula,
                new TenderFile(
                    [],
                    new TenderDocument(0, formula.Name, "", 0),
                    Whole(form.PriceWeight, 99)!.Value,
                    CriteriaOf(form.Criteria)!.Value,
                    Money.Fen(form.Ceiling)!.Value,
                    Money.Fen(form.Deposit)!.Value,
                    deadline!.Value,
                    new SectionSizes(OpenSection, part, part),
                    Whole(form.DummyRange, MostDummies)!.Value,
                    supervisor!.Unit,
                    supervisor.Name,
                    notary!.Unit,
                    notary.Name
                )
            ),
            null
        );
    }

    public static decimal? Decimal(string? text) =>
        decimal.TryParse(text?.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value / 1.000000000000000000000000000000000m
            : null;

    private static int? Whole(string? text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
        && value >= 1
        && value <= most
            ? value
            : null;

    private static ImmutableArray<Criterion>? CriteriaOf(string? text)
    {
        var criteria = ImmutableArray.CreateBuilder<Criterion>();
        foreach (
            var line in (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        )
        {
            var parts = line.Split(Dividers);
            if (parts.Length != 2 || Whole(parts[1].Trim(), 100) is not { } points)
            {
                return null;
            }

            criteria.Add(new Criterion(parts[0].Trim(), points));
        }

        return criteria.ToImmutable();
    }

    /// <summary>The posted formula, else the usual one: lowest price over price, times the weight.</summary>
    private static async Task<(string Name, byte[] Bytes)> FormulaAsync(
        IFormFile? posted,
        CancellationToken cancellation
    )
    {
        const string usual = "tender-price.dmn";
        if (posted is not { Length: > 0 and < MegaByte })
        {
            var path = Path.Combine(AppContext.BaseDirectory, "workflows", usual);
            return (usual, await File.ReadAllBytesAsync(path, cancellation));
        }

        using var buffer = new MemoryStream();
        await posted.CopyToAsync(buffer, cancellation);
        return (Path.GetFileName(posted.FileName), buffer.ToArray());
    }
}
