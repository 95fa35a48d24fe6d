using System.CommandLine;
using System.Globalization;
using Approvals.Bidding.Sealing;

namespace Approvals.Server.Cli;

/// <summary>What <c>approvals tender seal</c> is told of a bid.</summary>
internal sealed record BidFiles(
    int Lot,
    int Sequence,
    OpeningStatement Statement,
    FileInfo Qualification,
    FileInfo Technical,
    FileInfo Certificate,
    FileInfo Key,
    FileInfo Recovery,
    DirectoryInfo Output,
    byte[]? Supersedes,
    bool Json
);

/// <summary>The options of <c>approvals tender seal</c>.</summary>
internal sealed class BidOptions
{
    private readonly Option<int> lot = new("--lot") { Description = "The lot, from 0.", HelpName = "N" };
    private readonly Option<int> sequence = new("--sequence")
    {
        Description = "1 for the first sealing, one more for each replacement.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };
    private readonly Option<string> price = new("--price")
    {
        Description = "The price in yuan, with two decimals.",
        HelpName = "YUAN",
        Required = true,
    };
    private readonly Option<int> days = new("--days") { Description = "Days to complete.", Required = true };
    private readonly Option<string> manager = new("--manager")
    {
        Description = "The project manager.",
        Required = true,
    };
    private readonly Option<string> deposit = new("--deposit")
    {
        Description = "How the deposit is given: 转账, 保函 or 保险.",
        Required = true,
    };
    private readonly Option<FileInfo> qualification = File("--qualification", "The qualification documents.");
    private readonly Option<FileInfo> technical = File("--technical", "The blind technical part.");
    private readonly Option<FileInfo> certificate = File(
        "--certificate",
        "PEM: the organisation's certificate first, its root last."
    );
    private readonly Option<FileInfo> key = File("--key", "PEM: its private key.");
    private readonly Option<FileInfo> recovery = File("--recovery", "The recovery file; made when it isn't there.");
    private readonly Option<DirectoryInfo> output = new("--output")
    {
        Description = "Where header and body are written.",
        HelpName = "DIR",
        Required = true,
    };
    private readonly Option<string?> supersedes = new("--supersedes")
    {
        Description = "The envelope that this one replaces under a new pseudonym, in hex.",
        HelpName = "ID",
    };
    private readonly Option<bool> json = CommandLine.JsonOption();

    public BidOptions() =>
        price.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } text && !TryPrice(text, out _))
            {
                result.AddError($"{text} is no price in yuan.");
            }
        });

    public void AddTo(Command command)
    {
        foreach (
            var option in new Option[]
            {
                lot,
                sequence,
                price,
                days,
                manager,
                deposit,
                qualification,
                technical,
                certificate,
                key,
                recovery,
                output,
                supersedes,
                json,
            }
        )
        {
            command.Options.Add(option);
        }
    }

    public BidFiles Read(ParseResult parsed)
    {
        _ = TryPrice(parsed.GetRequiredValue(price), out var fen);
        return new(
            parsed.GetValue(lot),
            parsed.GetValue(sequence),
            new OpeningStatement(
                fen,
                parsed.GetRequiredValue(days),
                parsed.GetRequiredValue(manager),
                parsed.GetRequiredValue(deposit)
            ),
            parsed.GetRequiredValue(qualification),
            parsed.GetRequiredValue(technical),
            parsed.GetRequiredValue(certificate),
            parsed.GetRequiredValue(key),
            parsed.GetRequiredValue(recovery),
            parsed.GetRequiredValue(output),
            parsed.GetValue(supersedes) is { } id ? Convert.FromHexString(id) : null,
            parsed.GetValue(json)
        );
    }

    private static Option<FileInfo> File(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "FILE",
            Required = true,
        };

    private static bool TryPrice(string text, out long fen)
    {
        var isPrice = decimal.TryParse(
            text,
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var yuan
        );
        fen = isPrice && yuan is > 0 and < 1_000_000_000_000 ? (long)(yuan * 100) : 0;
        return fen > 0 && fen == yuan * 100;
    }
}
