using System.Collections.Immutable;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Sealing.Wire;
using Approvals.Credentials.Sealing;

namespace Approvals.Bidding.Sealing.Transport;

/// <summary>The notary saw an envelope's id at this instant of its clock; the signature is over <c>EntryCodec.StampToSign</c>.</summary>
public sealed record StampBody(byte[] EnvelopeId, DateTimeOffset At, byte[] Signature)
{
    public byte[] Write() => new WireWriter().Fixed(EnvelopeId).Instant(At).Fixed(Signature).ToArray();

    public static StampBody? Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new WireReader(bytes);
        var read = new StampBody(reader.Fixed(SealHash.Size), reader.Instant(), reader.Fixed(SealKey.SignatureSize));
        return reader.IsWhole ? read : null;
    }
}

/// <summary>What a letter holds.</summary>
public enum LetterKind : byte
{
    /// <summary><c>ik_h</c>, to supervisor and notary.</summary>
    IdentityKey = 1,

    /// <summary>The agency's draw seed, to the supervisor.</summary>
    DrawSeed = 2,
}

/// <summary>32 bytes sealed to the signing point of another holder, with the letter's context as info.</summary>
public sealed record LetterBody(LetterKind Kind, HolderRole Reader, byte[] Sealed)
{
    public byte[] Write() => new WireWriter().Byte((byte)Kind).Byte((byte)Reader).Block(Sealed).ToArray();

    public static LetterBody? Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new WireReader(bytes);
        var read = new LetterBody((LetterKind)reader.Byte(), (HolderRole)reader.Byte(), reader.Block());
        return reader.IsWhole && Enum.IsDefined(read.Kind) && Enum.IsDefined(read.Reader) ? read : null;
    }

    public static LetterBody Seal(
        Notice notice,
        LetterKind kind,
        HolderRole sender,
        HolderRole reader,
        byte[] secret,
        SealKey ephemeral
    ) =>
        new(
            kind,
            reader,
            Hpke.Seal(notice.HolderOf(reader).SigningPoint, ephemeral, Info(notice, kind, sender, reader), secret)
        );

    /// <summary>The 32 bytes, or null when the key isn't the reader's.</summary>
    public byte[]? Open(Notice notice, HolderRole sender, SealKey signing) =>
        Hpke.Open(signing, Info(notice, Kind, sender, Reader), Sealed) is { Length: SealHash.Size } secret
            ? secret
            : null;

    private static byte[] Info(Notice notice, LetterKind kind, HolderRole sender, HolderRole reader) =>
        [.. "letter"u8, .. notice.Hash, (byte)kind, (byte)sender, (byte)reader];
}

/// <summary><c>s_id</c> of every bid whose identity is proven, and the salt of the list of names.</summary>
public sealed record IdentitiesBody(byte[] Salt, ImmutableArray<(string Slot, byte[] Secret)> Identities)
{
    public byte[] Write()
    {
        var writer = new WireWriter().Fixed(Salt).Short(Identities.Length);
        foreach (var (slot, secret) in Identities)
        {
            writer.Text(slot).Fixed(secret);
        }

        return writer.ToArray();
    }

    public static IdentitiesBody? Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new WireReader(bytes);
        var salt = reader.Fixed(SealHash.Size);
        var identities = ImmutableArray.CreateBuilder<(string, byte[])>();
        for (var left = reader.Short(); left > 0 && !reader.HasFailed; left--)
        {
            identities.Add((reader.Text(), reader.Fixed(SealHash.Size)));
        }

        return reader.IsWhole ? new IdentitiesBody(salt, identities.ToImmutable()) : null;
    }
}

/// <summary>The rows of the pool that were drawn, opened to the platform: salt and person of each member's leaf.</summary>
public sealed record CommitteeBody(ImmutableArray<(byte[] Salt, string Person)> Members)
{
    public byte[] Write()
    {
        var writer = new WireWriter().Short(Members.Length);
        foreach (var (salt, person) in Members)
        {
            writer.Fixed(salt).Text(person);
        }

        return writer.ToArray();
    }

    public static CommitteeBody? Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new WireReader(bytes);
        var members = ImmutableArray.CreateBuilder<(byte[], string)>();
        for (var left = reader.Short(); left > 0 && !reader.HasFailed; left--)
        {
            members.Add((reader.Fixed(SealHash.Size), reader.Text()));
        }

        return reader.IsWhole ? new CommitteeBody(members.ToImmutable()) : null;
    }
}
