using System.Collections.Immutable;
using System.Security.Cryptography;
using Approvals.Bidding.Sealing;
using Approvals.Bidding.Sealing.Judging;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Sealing.Record;
using Approvals.Credentials.Sealing;

namespace Approvals.Bidding.Export;

/// <summary>For whom an export is: only the audit's holds secrets of qualification and technical parts.</summary>
public enum ExportAudience : byte
{
    Public = 1,
    Audit = 2,
}

/// <summary>A piece of a body: its bytes where the reader needs them, else its leaf hash.</summary>
public sealed record ExportedPiece(byte[]? Bytes, byte[] Hash);

/// <summary>What is known of one accepted envelope. Every part proves itself against the record.</summary>
public sealed record ExportedBid(
    byte[] SlotPoint,
    byte[] Header,
    byte[] IdentitySecret,
    ImmutableArray<ExportedPiece> Pieces,
    ImmutableArray<(SectionId Section, byte[] Secret)> Secrets
);

/// <summary>The verdict that was read out.</summary>
public sealed record PublishedVerdict(byte[] SlotPoint, VerdictKind Kind, ImmutableArray<int> Lots);

/// <summary>
/// A tender to take away: its record entry by entry, what opens it, and what was made of it, signed by supervisor and notary. Whoever has it proves
/// set, opening, draw, scores and ranking again without a network.
/// </summary>
public sealed record TenderExport
{
    public required ExportAudience Audience { get; init; }

    /// <summary>The record, in order.</summary>
    public required ImmutableArray<byte[]> Entries { get; init; }

    /// <summary>In the order of slots; dummies have none.</summary>
    public required ImmutableArray<ExportedBid> Bids { get; init; }

    public required ImmutableArray<PublishedVerdict> Verdicts { get; init; }

    /// <summary>The salt of the list of names; empty before there is one.</summary>
    public required byte[] NamesSalt { get; init; }

    /// <summary>The price formula's DMN file.</summary>
    public required byte[] Formula { get; init; }

    public ImmutableArray<HolderSignature> Signatures { get; init; } = [];

    /// <summary>What the signatures are over.</summary>
    public byte[] ToSign() => SealHash.Hash("export", SHA256.HashData(ExportCodec.WriteContent(this)));
}
