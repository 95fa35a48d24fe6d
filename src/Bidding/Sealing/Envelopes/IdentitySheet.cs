using System.Collections.Immutable;
using System.Security.Cryptography;
using Approvals.Bidding.Sealing.Wire;
using Approvals.Credentials.Sealing;
using Approvals.Kernel.Codes;

namespace Approvals.Bidding.Sealing.Envelopes;

/// <summary>One organisation of a bid; several are a consortium (联合体).</summary>
/// <param name="CreditCode">统一社会信用代码.</param>
/// <param name="Certificates">DER, the signer's first, its root last.</param>
/// <param name="Signature">Over <see cref="IdentitySheet.ToSign"/>, DER.</param>
public sealed record BidMember(UnifiedCreditCode CreditCode, ImmutableArray<byte[]> Certificates, byte[] Signature);

/// <summary>
/// Who bids for which lots. Sealed to all four holders; zeros fill it up to <see cref="EnvelopeHeader.SheetSize"/>.
/// </summary>
/// <param name="Lots">Ascending, each once.</param>
/// <param name="Supersedes">The <c>env_id</c> that this bid replaces under another pseudonym, or null.</param>
public sealed record IdentitySheet(
    ImmutableArray<BidMember> Members,
    ImmutableArray<int> Lots,
    byte[]? Supersedes = null
)
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

    /// <summary><c>H("sign", core, lots, supersedes)</c>.</summary>
    public static byte[] ToSign(byte[] core, ImmutableArray<int> lots, byte[]? supersedes) =>
        SealHash.Hash("sign", core, LotBytes(lots), supersedes ?? new byte[SealHash.Size]);

    /// <summary>The sheet under <c>KDF(s_id, base, "sheet")</c>; the key is used once, so the nonce is zero.</summary>
    public byte[] Seal(byte[] @base, byte[] identity)
    {
        var plain = new byte[EnvelopeHeader.SheetSize];
        var written = Write();
        if (written.Length > plain.Length)
        {
            throw new InvalidOperationException("The certificates of so many organisations don't fit into the sheet.");
        }

        written.CopyTo(plain, 0);
        var output = new byte[EnvelopeHeader.SealedSheetSize];
        using var cipher = new AesGcm(SealedSecret.SheetKey(@base, identity), TagSize);
        cipher.Encrypt(new byte[NonceSize], plain, output.AsSpan(0, plain.Length), output.AsSpan(plain.Length));
        return output;
    }

    /// <summary>The sheet, or null when it doesn't open, or isn't one, or asks for lots that there are not.</summary>
    public static IdentitySheet? Open(byte[] @base, byte[] identity, byte[] sealedSheet, int lots)
    {
        var plain = new byte[EnvelopeHeader.SheetSize];
        try
        {
            using var cipher = new AesGcm(SealedSecret.SheetKey(@base, identity), TagSize);
            cipher.Decrypt(
                new byte[NonceSize],
                sealedSheet.AsSpan(0, plain.Length),
                sealedSheet.AsSpan(plain.Length),
                plain
            );
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }

        return Read(plain, lots);
    }

    private static byte[] LotBytes(ImmutableArray<int> lots)
    {
        var writer = new WireWriter().Short(lots.Length);
        foreach (var lot in lots)
        {
            writer.Short(lot);
        }

        return writer.ToArray();
    }

    private byte[] Write()
    {
        var body = new WireWriter()
            .Fixed(LotBytes(Lots))
            .Fixed(Supersedes ?? new byte[SealHash.Size])
            .Short(Members.Length);
        foreach (var member in Members)
        {
            body.Text(member.CreditCode.Value).Short(member.Certificates.Length);
            foreach (var certificate in member.Certificates)
            {
                body.Block(certificate);
            }

            body.Block(member.Signature);
        }

        return new WireWriter().Block(body.ToArray()).ToArray();
    }

    private static IdentitySheet? Read(ReadOnlySpan<byte> plain, int lots)
    {
        var outer = new WireReader(plain);
        var content = outer.Block();
        if (outer.HasFailed || plain[(sizeof(uint) + content.Length)..].ContainsAnyExcept((byte)0))
        {
            return null;
        }

        var reader = new WireReader(content);
        var bidLots = ImmutableArray.CreateBuilder<int>();
        for (var left = reader.Short(); left > 0 && !reader.HasFailed; left--)
        {
            bidLots.Add(reader.Short());
        }

        var supersedes = reader.Fixed(SealHash.Size);
        var members = ImmutableArray.CreateBuilder<BidMember>();
        for (var left = reader.Short(); left > 0 && !reader.HasFailed; left--)
        {
            var code = reader.Text();
            var certificates = ImmutableArray.CreateBuilder<byte[]>();
            for (var more = reader.Short(); more > 0 && !reader.HasFailed; more--)
            {
                certificates.Add(reader.Block());
            }

            var signature = reader.Block();
            if (!UnifiedCreditCode.TryParse(code, out var parsed, out _) || parsed.Value != code)
            {
                return null;
            }

            members.Add(new BidMember(parsed, certificates.ToImmutable(), signature));
        }

        var isOrdered = bidLots.Count > 0 && bidLots[^1] < lots;
        for (var at = 1; at < bidLots.Count; at++)
        {
            isOrdered &= bidLots[at - 1] < bidLots[at];
        }

        return reader.IsWhole && isOrdered && members.Count > 0
            ? new IdentitySheet(
                members.ToImmutable(),
                bidLots.ToImmutable(),
                supersedes.AsSpan().ContainsAnyExcept((byte)0) ? supersedes : null
            )
            : null;
    }
}
