using System.Security.Cryptography;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Sealing.Record;
using Approvals.Credentials.Sealing;

namespace Approvals.Bidding.Tests.Simulation;

/// <summary>A holder with its keys, and what it fails to do.</summary>
internal sealed class TestHolder(HolderRole role, Random random)
{
    public HolderRole Role => role;

    public SealKey Signing { get; } = Pair(random);

    public SealKey Content { get; } = Pair(random);

    public SealKey Identity { get; } = Pair(random);

    public byte[] Seed { get; } = Bytes(random, 32);

    public bool HidesSeed { get; set; }

    public bool HidesIdentityKey { get; set; }

    public bool HidesContentKey { get; set; }

    /// <summary>Posts a key that isn't the notice's.</summary>
    public bool LiesAboutContentKey { get; set; }

    public Holder ToNotice() =>
        new(
            role,
            role.ToString(),
            SHA256.HashData(Signing.Point),
            Signing.Point,
            Content.Point,
            Identity.Point,
            DummyPlan.CommitmentTo(Seed)
        );

    public static SealKey Pair(Random random) => Hpke.DeriveKeyPair(Bytes(random, 32));

    public static byte[] Bytes(Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }
}
