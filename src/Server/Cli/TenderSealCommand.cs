using System.CommandLine;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Approvals.Bidding.Sealing;
using Approvals.Bidding.Sealing.Envelopes;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Kernel.Codes;

namespace Approvals.Server.Cli;

/// <summary>
/// <c>approvals tender seal</c>: seals a bid for one lot without a network. The bidder's root is made at the first use and kept in
/// the recovery file, which is read back before anything is sealed; the passphrase comes from the environment.
/// </summary>
internal static class TenderSealCommand
{
    public const string PassphraseVariable = "APPROVALS_BID_PASSPHRASE";

    public static Command Create()
    {
        var notice = new Argument<FileInfo>("NOTICE") { Description = "The sealed notice of the tender." };
        var content = new BidOptions();
        var command = new Command("seal", "Seal a bid for one lot, offline.") { notice };
        content.AddTo(command);
        command.SetAction(
            (parsed, cancellation) => RunAsync(parsed.GetRequiredValue(notice), content.Read(parsed), cancellation)
        );
        return command;
    }

    private static async Task<int> RunAsync(FileInfo noticeFile, BidFiles files, CancellationToken cancellation)
    {
        if (Environment.GetEnvironmentVariable(PassphraseVariable) is not { Length: >= 8 } passphrase)
        {
            return await CommandLine.FailAsync(
                $"Set {PassphraseVariable} to the passphrase of the recovery file, 8 characters or more."
            );
        }

        if (
            !noticeFile.Exists
            || NoticeCodec.Read(await File.ReadAllBytesAsync(noticeFile.FullName, cancellation)) is not { } notice
        )
        {
            return await CommandLine.FailAsync($"{noticeFile.FullName} is no notice.");
        }

        if (files.Lot >= notice.Lots || files.Lot < 0)
        {
            return await CommandLine.FailAsync($"The tender has lots 0 to {notice.Lots - 1}.", CommandLine.Usage);
        }

        using var certificate = X509Certificate2.CreateFromPemFile(files.Certificate.FullName, files.Key.FullName);
        if (CreditCodeOf(certificate) is not { } code)
        {
            return await CommandLine.FailAsync("The certificate's subject has no credit code as its serial number.");
        }

        if (RootFrom(files.Recovery, notice, passphrase) is not { } root)
        {
            return await CommandLine.FailAsync(
                $"{files.Recovery.FullName} doesn't open with this passphrase, or is of another tender."
            );
        }

        files.Output.Create();
        var content = new Dictionary<SectionId, byte[]>
        {
            [new(files.Lot, SectionKind.Open)] = files.Statement.Write(),
            [new(files.Lot, SectionKind.Qualification)] = await ParcelAsync(
                files.Qualification,
                files.Qualification.Name,
                cancellation
            ),
            [new(files.Lot, SectionKind.Technical)] = await ParcelAsync(
                files.Technical,
                "1" + files.Technical.Extension,
                cancellation
            ),
        };
        Sealer sealer;
        await using (var body = File.Create(Path.Combine(files.Output.FullName, "body")))
        {
            sealer = Sealer.Begin(notice, root, files.Sequence, content, NewChance(), body);
        }

        var envelope = sealer.Finish(Sheet(sealer.Unsigned, files, certificate, code));
        var header = envelope.Header.Write();
        await File.WriteAllBytesAsync(Path.Combine(files.Output.FullName, "header"), header, cancellation);
        await CommandLine.SayAsync(
            files.Json,
            $"Sealed as {Convert.ToHexStringLower(envelope.Header.Id)} in {files.Output.FullName}.",
            new
            {
                Tender = notice.Tender,
                EnvelopeId = Convert.ToHexStringLower(envelope.Header.Id),
                Slot = Convert.ToHexStringLower(envelope.Header.SlotPoint),
                files.Sequence,
                SlotSignature = Convert.ToHexStringLower(envelope.SlotSignature),
                HeaderBytes = header.Length,
                BodyBytes = BodyOpener.SizeOf(notice),
            }
        );
        return CommandLine.Done;
    }

    private static async Task<byte[]> ParcelAsync(FileInfo file, string name, CancellationToken cancellation) =>
        BidParcel.Write([
            new BidFile(BidFileRole.Document, name, await File.ReadAllBytesAsync(file.FullName, cancellation)),
        ]);

    private static IdentitySheet Sheet(
        EnvelopeHeader unsigned,
        BidFiles files,
        X509Certificate2 certificate,
        UnifiedCreditCode code
    )
    {
        var chain = new X509Certificate2Collection();
        chain.ImportFromPemFile(files.Certificate.FullName);
        using var key = certificate.GetECDsaPrivateKey() ?? throw new CryptographicException("The key is not P-256.");
        var signature = key.SignData(
            IdentitySheet.ToSign(unsigned.Core, [files.Lot], files.Supersedes),
            HashAlgorithmName.SHA256,
            DSASignatureFormat.Rfc3279DerSequence
        );
        return new IdentitySheet(
            [new BidMember(code, [.. chain.Select(each => each.RawData)], signature)],
            [files.Lot],
            files.Supersedes
        );
    }

    /// <summary>The root in the file; a new one is written, read back and only then used.</summary>
    private static byte[]? RootFrom(FileInfo file, Notice notice, string passphrase)
    {
        if (!file.Exists)
        {
            var made = RandomNumberGenerator.GetBytes(32);
            var salt = RandomNumberGenerator.GetBytes(RecoveryFile.SaltSize);
            File.WriteAllBytes(file.FullName, RecoveryFile.Write(made, notice.Hash, passphrase, salt));
        }

        return RecoveryFile.Read(File.ReadAllBytes(file.FullName), notice.Hash, passphrase);
    }

    private static SealingChance NewChance() =>
        new(
            RandomNumberGenerator.GetBytes(AttemptSecrets.NonceSize),
            RandomNumberGenerator.GetBytes(32),
            [RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32)],
            [RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32)]
        );

    private static UnifiedCreditCode? CreditCodeOf(X509Certificate2 certificate)
    {
        const string serialNumber = "2.5.4.5";
        var value = certificate
            .SubjectName.EnumerateRelativeDistinguishedNames()
            .FirstOrDefault(part => part.GetSingleElementType().Value == serialNumber)
            ?.GetSingleElementValue();
        return UnifiedCreditCode.TryParse(value, out var code, out _) ? code : null;
    }
}
