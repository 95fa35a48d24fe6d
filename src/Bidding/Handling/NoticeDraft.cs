using System.Collections.Immutable;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Tenders;

namespace Approvals.Bidding.Handling;

/// <summary>What the platform puts into every notice.</summary>
/// <param name="PageHash">SHA-256 of the sealing page; zeros while there is none.</param>
/// <param name="SealerHash">SHA-256 of the command-line sealer.</param>
/// <param name="TrustedRoots">SHA-256 of the root certificates whose organisations may bid.</param>
public sealed record NoticeSettings(
    byte[] RelayHash,
    byte[] PageHash,
    byte[] SealerHash,
    ImmutableArray<byte[]> TrustedRoots,
    Windows Windows
);

/// <summary>The notice that the four holders are to sign: a function of the tender and the platform's settings.</summary>
public static class NoticeDraft
{
    /// <summary>Null until the file is there and all four have enrolled.</summary>
    public static Notice? Of(TenderState tender, NoticeSettings settings, byte[] gatewayPoint) =>
        tender is { File: { } file, Holders.Count: 4 }
            ? new Notice
            {
                Tender = tender.Number,
                Version = 1,
                DocumentsHash = file.DocumentsHash,
                FormulaHash = Convert.FromHexString(file.Formula.Sha256),
                Lots = tender.Declaration.Lots.Length,
                Sizes = file.Sizes,
                Deadline = file.Deadline,
                Windows = settings.Windows,
                Holders = [.. tender.Holders.Values],
                DummyRange = file.DummyRange,
                RelayHash = settings.RelayHash,
                GatewayPoint = gatewayPoint,
                PageHash = settings.PageHash,
                SealerHash = settings.SealerHash,
                TrustedRoots = settings.TrustedRoots,
            }
            : null;
}
