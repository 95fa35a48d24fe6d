using System.Security.Cryptography;
using System.Text;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Sealing.Wire;
using Approvals.Credentials.Sealing;

namespace Approvals.Bidding.Sealing.Transport;

/// <summary>What a holder says of its keys before there is a notice, signed by the key it names.</summary>
/// <param name="Certificate">DER, or empty: then the notice pins the key itself.</param>
/// <param name="DrawCommitment">To the seed that agency and supervisor draw the experts with.</param>
public sealed record HolderEnrolment(
    HolderRole Role,
    byte[] Certificate,
    byte[] SigningPoint,
    byte[] ContentPoint,
    byte[] IdentityPoint,
    byte[] DummyCommitment,
    byte[] DrawCommitment,
    byte[] Signature
)
{
    public byte[] Write() => new WireWriter().Fixed(Said).Fixed(Signature).ToArray();

    public static HolderEnrolment? Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new WireReader(bytes);
        var read = new HolderEnrolment(
            (HolderRole)reader.Byte(),
            reader.Block(),
            reader.Fixed(SealKey.PointSize),
            reader.Fixed(SealKey.PointSize),
            reader.Fixed(SealKey.PointSize),
            reader.Fixed(SealHash.Size),
            reader.Fixed(SealHash.Size),
            reader.Fixed(SealKey.SignatureSize)
        );
        return reader.IsWhole && Enum.IsDefined(read.Role) ? read : null;
    }

    public byte[] ToSign(string tender) => SealHash.Hash("holder", Encoding.UTF8.GetBytes(tender), Said);

    /// <summary>Three points of the curve, and the signature by the first of them.</summary>
    public bool IsGood(string tender) =>
        SealKey.IsPoint(SigningPoint)
        && SealKey.IsPoint(ContentPoint)
        && SealKey.IsPoint(IdentityPoint)
        && SealKey.Verifies(SigningPoint, ToSign(tender), Signature);

    /// <summary>As the notice pins it.</summary>
    public Holder ToHolder(string name) =>
        new(
            Role,
            name,
            SHA256.HashData(Certificate.Length > 0 ? Certificate : SigningPoint),
            SigningPoint,
            ContentPoint,
            IdentityPoint,
            DummyCommitment
        );

    private byte[] Said =>
        new WireWriter()
            .Byte((byte)Role)
            .Block(Certificate)
            .Fixed(SigningPoint)
            .Fixed(ContentPoint)
            .Fixed(IdentityPoint)
            .Fixed(DummyCommitment)
            .Fixed(DrawCommitment)
            .ToArray();
}
