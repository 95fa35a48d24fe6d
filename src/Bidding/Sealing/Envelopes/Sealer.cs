using System.Collections.Immutable;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Credentials.Sealing;

namespace Approvals.Bidding.Sealing.Envelopes;

/// <summary>What is random in one sealing attempt. Nothing of it is used twice; <see cref="HolderSecret"/> is forgotten afterwards.</summary>
/// <param name="Nonce">16 bytes.</param>
/// <param name="HolderSecret"><c>s_h</c>, 32 bytes.</param>
/// <param name="RecoverySeeds">Two of 32 bytes: the ephemeral keys of the recovery slots.</param>
/// <param name="Fillers">Two of 32 bytes: the recipients of recovery slots that nobody is to open.</param>
public sealed record SealingChance(
    byte[] Nonce,
    byte[] HolderSecret,
    ImmutableArray<byte[]> RecoverySeeds,
    ImmutableArray<byte[]> Fillers
);

/// <summary>An envelope as it is submitted; the body went to a stream.</summary>
/// <param name="SlotSignature">Over <c>env_id</c>, by the slot key.</param>
/// <param name="PieceHashes">Leaf hashes of the body.</param>
public sealed record SealedEnvelope(
    EnvelopeHeader Header,
    byte[] SlotSignature,
    IReadOnlyList<byte[]> PieceHashes,
    byte[] HolderSecret
);

/// <summary>Makes an envelope in two steps: the body first, then, with the signatures over the core, the header.</summary>
public sealed class Sealer
{
    private readonly Notice notice;
    private readonly byte[] root;
    private readonly SealingChance chance;
    private readonly AttemptSecrets secrets;
    private readonly IReadOnlyList<byte[]> pieces;

    private Sealer(
        Notice notice,
        byte[] root,
        int sequence,
        SealingChance chance,
        AttemptSecrets secrets,
        IReadOnlyList<byte[]> pieces
    )
    {
        this.notice = notice;
        this.root = root;
        this.chance = chance;
        this.secrets = secrets;
        this.pieces = pieces;
        Unsigned = new EnvelopeHeader
        {
            NoticeHash = notice.Hash,
            SlotPoint = secrets.Slot.Point,
            Sequence = sequence,
            Nonce = chance.Nonce,
            HolderCommitment = SealedSecret.CommitHolder(secrets.Base, chance.HolderSecret),
            IdentityCommitment = SealedSecret.CommitIdentity(secrets.Base, secrets.Identity),
            SectionCommitments =
            [
                .. SectionId
                    .All(notice.Lots)
                    .Select(section => SealedSecret.CommitSection(secrets.Base, section, secrets.Section(section))),
            ],
            BodyRoot = PieceTree.RootOf(pieces),
        };
    }

    /// <summary>The header without its sealed parts: its core is what the organisations sign.</summary>
    public EnvelopeHeader Unsigned { get; }

    /// <summary>Encrypts every section, given ones and empty ones, to <paramref name="body"/>.</summary>
    /// <exception cref="ArgumentException">A section is longer than the notice allows.</exception>
    public static Sealer Begin(
        Notice notice,
        byte[] root,
        int sequence,
        IReadOnlyDictionary<SectionId, byte[]> content,
        SealingChance chance,
        Stream body
    )
    {
        var attempt = new AttemptSecrets(root, notice.Hash, sequence, chance.Nonce);
        using var hashing = new PieceHashingStream(body);
        foreach (var section in SectionId.All(notice.Lots))
        {
            var plain = PaddedSection.Pad(content.GetValueOrDefault(section) ?? [], notice.Sizes.Of(section.Kind));
            var (key, salt) = SealedSecret.ContentKey(
                attempt.Base,
                section,
                attempt.Section(section),
                chance.HolderSecret
            );
            ChunkedEncryption.Encrypt(key, salt, attempt.Base, new MemoryStream(plain), hashing);
        }

        return new Sealer(notice, root, sequence, chance, attempt, hashing.Finish());
    }

    /// <summary>Seals the sheet, deals the shares, and signs with the slot key.</summary>
    /// <param name="recoveryPoints">Up to two keys outside platform and holders that can open <c>r</c>.</param>
    public SealedEnvelope Finish(IdentitySheet sheet, ImmutableArray<byte[]> recoveryPoints = default) =>
        Finish(sheet.Seal(secrets.Base, secrets.Identity), recoveryPoints.IsDefault ? [] : recoveryPoints);

    /// <summary>A holder's dummy: of the same shape, with a sheet that names nobody.</summary>
    public SealedEnvelope FinishDummy() => Finish(new IdentitySheet([], [0]).Seal(secrets.Base, secrets.Identity), []);

    private SealedEnvelope Finish(byte[] sealedSheet, ImmutableArray<byte[]> recoveryPoints)
    {
        var header = Unsigned with
        {
            Sheet = sealedSheet,
            ContentShares = HolderShares.Deal(notice, ShareKind.Content, secrets.Base, chance.HolderSecret),
            IdentityShares = HolderShares.Deal(notice, ShareKind.Identity, secrets.Base, secrets.Identity),
            Recovery =
            [
                .. Enumerable.Range(0, EnvelopeHeader.Recoveries).Select(slot => RecoverySlot(slot, recoveryPoints)),
            ],
        };
        return new SealedEnvelope(header, secrets.Slot.Sign(header.Id), pieces, chance.HolderSecret);
    }

    private byte[] RecoverySlot(int slot, ImmutableArray<byte[]> recipients) =>
        Hpke.Seal(
            slot < recipients.Length ? recipients[slot] : Hpke.DeriveKeyPair(chance.Fillers[slot]).Point,
            Hpke.DeriveKeyPair(chance.RecoverySeeds[slot]),
            [.. "recovery"u8, (byte)slot, .. secrets.Base],
            root
        );
}
