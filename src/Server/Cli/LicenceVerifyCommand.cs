using System.CommandLine;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Approvals.Credentials.Verification;
using Approvals.Kernel.Folders;

namespace Approvals.Server.Cli;

/// <summary><c>approvals licence verify</c>: the verifier of the public page, without a server and without the network.</summary>
internal static class LicenceVerifyCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The licence, a PDF file." };
        var trust = new Option<FileInfo[]>("--trust")
        {
            Description = "Root certificates to trust, PEM; without it the root of the data folder.",
            HelpName = "FILE",
            AllowMultipleArgumentsPerToken = true,
        };
        var lists = new Option<FileInfo[]>("--crl")
        {
            Description = "Revocation lists to know beside those in the file, DER.",
            HelpName = "FILE",
            AllowMultipleArgumentsPerToken = true,
        };
        var data = CommandLine.DataOption();
        var json = CommandLine.JsonOption();
        var command = new Command("verify", "Check a licence: every signature, what came after it, and what it says.")
        {
            file,
            trust,
            lists,
            data,
            json,
        };
        command.SetAction(
            (parsed, cancellation) =>
                RunAsync(
                    parsed.GetRequiredValue(file),
                    parsed.GetValue(trust) ?? [],
                    parsed.GetValue(lists) ?? [],
                    new DataFolder(parsed.GetRequiredValue(data).FullName),
                    parsed.GetValue(json),
                    cancellation
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        FileInfo file,
        FileInfo[] trust,
        FileInfo[] lists,
        DataFolder folder,
        bool json,
        CancellationToken cancellation
    )
    {
        if (trust is [])
        {
            trust = [new FileInfo(Path.Combine(folder.Keys, "authority", "root.pem"))];
        }

        if (trust.Concat(lists).Append(file).FirstOrDefault(each => !each.Exists) is { } missing)
        {
            return await CommandLine.FailAsync($"There is no file {missing.FullName}.", CommandLine.Usage);
        }

        X509Certificate2[] roots;
        try
        {
            roots = Array.ConvertAll(trust, each => X509Certificate2.CreateFromPem(File.ReadAllText(each.FullName)));
        }
        catch (CryptographicException)
        {
            return await CommandLine.FailAsync("What is to be trusted is no certificate.", CommandLine.Usage);
        }

        var known = Array.ConvertAll(lists, each => RevocationList.Read(File.ReadAllBytes(each.FullName)));
        if (known.Contains(null))
        {
            return await CommandLine.FailAsync("A revocation list can't be read.", CommandLine.Usage);
        }

        var pdf = await File.ReadAllBytesAsync(file.FullName, cancellation);
        var belief = new Trust(roots, lists is [] ? null : [.. known.OfType<RevocationList>()]);
        var report = LicenceVerifier.Verify(pdf, belief, TimeProvider.System.GetUtcNow());
        await CommandLine.SayAsync(json, Plain(report), Result(report));
        return report.IsValid ? CommandLine.Done : CommandLine.Failed;
    }

    private static string Plain(VerificationReport report)
    {
        var lines = new List<string> { report.IsValid ? "The licence is genuine." : "The licence can't be relied on." };
        foreach (var signature in report.Signatures)
        {
            var proved = signature.ProvedAt is { } at ? $", there at {at:u}" : "";
            lines.Add(
                $"  {signature.Field}: {signature.SignerName}, {Name(signature.Kind)}, {LevelOf(signature.Level)}{proved}"
            );
            lines.AddRange(signature.Changes.Select(change => $"    later: {Name(change.Kind)} {change.Subject}"));
        }

        lines.AddRange(report.AllFaults.Select(fault => $"{fault.Code}: {fault.Detail}"));
        return string.Join('\n', lines);
    }

    private static object Result(VerificationReport report) =>
        new
        {
            valid = report.IsValid,
            faults = report.Faults,
            licence = report.Licence is { } licence
                ? new
                {
                    licence.Title,
                    licence.Number,
                    licence.Identifier,
                    licence.Issuer,
                }
                : null,
            signatures = report.Signatures.Select(each => new
            {
                each.Field,
                kind = Name(each.Kind),
                level = each.Kind == SignatureKind.DocumentTimestamp ? null : LevelOf(each.Level),
                signer = each.SignerName,
                certificate = each.Certificate?.SerialNumber,
                each.ClaimedAt,
                each.ProvedAt,
                each.CoversWholeDocument,
                each.RevocationChecked,
                changes = each.Changes.Select(change => new { kind = Name(change.Kind), change.Subject }),
                valid = each.IsValid,
                each.Faults,
            }),
        };

    private static string LevelOf(SignatureLevel level) =>
        level switch
        {
            SignatureLevel.Basic => "B-B",
            SignatureLevel.Timestamped => "B-T",
            SignatureLevel.LongTerm => "B-LT",
            _ => "B-LTA",
        };

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
