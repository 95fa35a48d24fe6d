using System.Text;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Sealing.Wire;
using Approvals.Credentials.Sealing;

namespace Approvals.Bidding.Sealing.Transport;

/// <summary>What a message of a holder is about; it isn't part of the record.</summary>
public enum HolderSubject : byte
{
    /// <summary>A stamp of the notary: <see cref="StampBody"/>.</summary>
    Stamp = 1,

    /// <summary>A letter that only its reader opens: <see cref="LetterBody"/>.</summary>
    Letter = 2,

    /// <summary>The proven identities, after the opening: <see cref="IdentitiesBody"/>.</summary>
    Identities = 3,

    /// <summary>Who was drawn: <see cref="CommitteeBody"/>.</summary>
    Committee = 4,

    /// <summary>The signature under the export: 64 bytes.</summary>
    Export = 5,

    /// <summary>A question that only holders may ask: the path and the instant.</summary>
    Ask = 6,
}

/// <summary>Something that a holder tells the platform, or asks it for, signed by its key of this tender.</summary>
public sealed record HolderMessage(HolderSubject Subject, HolderRole Role, byte[] Body, byte[] Signature)
{
    public static HolderMessage Of(
        string tender,
        HolderSubject subject,
        HolderRole role,
        byte[] body,
        SealKey signing
    ) => new(subject, role, body, signing.Sign(ToSign(tender, subject, role, body)));

    public byte[] Write() =>
        new WireWriter().Byte((byte)Subject).Byte((byte)Role).Block(Body).Fixed(Signature).ToArray();

    public static HolderMessage? Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new WireReader(bytes);
        var read = new HolderMessage(
            (HolderSubject)reader.Byte(),
            (HolderRole)reader.Byte(),
            reader.Block(),
            reader.Fixed(SealKey.SignatureSize)
        );
        return reader.IsWhole && Enum.IsDefined(read.Subject) && Enum.IsDefined(read.Role) ? read : null;
    }

    public bool IsSaidBy(string tender, Holder holder) =>
        holder.Role == Role && SealKey.Verifies(holder.SigningPoint, ToSign(tender, Subject, Role, Body), Signature);

    /// <summary>The body of a question: what is asked, and when by the asker's clock.</summary>
    public static byte[] AskBody(string path, DateTimeOffset at) => new WireWriter().Text(path).Instant(at).ToArray();

    public static (string Path, DateTimeOffset At)? ReadAsk(ReadOnlySpan<byte> body)
    {
        var reader = new WireReader(body);
        var asked = (reader.Text(), reader.Instant());
        return reader.IsWhole ? asked : null;
    }

    private static byte[] ToSign(string tender, HolderSubject subject, HolderRole role, byte[] body) =>
        SealHash.Hash("holder-message", Encoding.UTF8.GetBytes(tender), [(byte)subject, (byte)role], body);
}
