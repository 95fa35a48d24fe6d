namespace Approvals.Bidding.Sealing.Notices;

/// <summary>The four that hold keys: 招标人, 代理机构, 监督, 公证. The number is the x of its shares.</summary>
public enum HolderRole : byte
{
    Tenderer = 1,
    Agency = 2,
    Supervisor = 3,
    Notary = 4,
}

/// <summary>A holder as the notice pins it. Points are 65 bytes, hashes 32.</summary>
/// <param name="Name">The body that holds.</param>
/// <param name="CertificateHash">SHA-256 of the certificate of the signing key.</param>
/// <param name="SigningPoint">Everything the holder says in the record is signed with this key.</param>
/// <param name="ContentPoint"><c>CK_h</c>, of this tender alone.</param>
/// <param name="IdentityPoint"><c>IK_h</c>, of this tender alone.</param>
/// <param name="DummyCommitment"><c>cd_h = H("dummy", d_h)</c>.</param>
public sealed record Holder(
    HolderRole Role,
    string Name,
    byte[] CertificateHash,
    byte[] SigningPoint,
    byte[] ContentPoint,
    byte[] IdentityPoint,
    byte[] DummyCommitment
);
