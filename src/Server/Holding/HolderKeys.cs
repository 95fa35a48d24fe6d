using System.Security.Cryptography;
using System.Text;
using Approvals.Bidding.Evaluation;
using Approvals.Bidding.Sealing.Envelopes;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Sealing.Record;
using Approvals.Bidding.Sealing.Transport;
using Approvals.Credentials.Sealing;

namespace Approvals.Server.Holding;

/// <summary>
/// A holder's keys of one tender, all from one root of 32 bytes that its file keeps under a passphrase. A copy of that file, sealed in an
/// envelope at the deputy's, is the backup.
/// </summary>
public sealed class HolderKeys
{
    private readonly byte[] context;

    public HolderKeys(string tender, HolderRole role, byte[] root)
    {
        (Tender, Role, Root) = (tender, role, root);
        context = Encoding.UTF8.GetBytes(tender);
        Signing = Pair("signing");
        Content = Pair("content");
        Identity = Pair("identity");
    }

    public string Tender { get; }

    public HolderRole Role { get; }

    public byte[] Root { get; }

    public SealKey Signing { get; }

    /// <summary><c>ck_h</c>.</summary>
    public SealKey Content { get; }

    /// <summary><c>ik_h</c>.</summary>
    public SealKey Identity { get; }

    /// <summary><c>d_h</c>.</summary>
    public byte[] DummySeed => Derive("dummies");

    /// <summary>What agency and supervisor draw the experts with.</summary>
    public byte[] DrawSeed => Derive("draw");

    /// <summary>The salt of a row of the pool, of the supervisor alone.</summary>
    public byte[] PoolSalt(string person) =>
        SealHash.Derive(Root, context, "holder-pool", Encoding.UTF8.GetBytes(person));

    public HolderEnrolment Enrolment()
    {
        var unsigned = new HolderEnrolment(
            Role,
            [],
            Signing.Point,
            Content.Point,
            Identity.Point,
            DummyPlan.CommitmentTo(DummySeed),
            ExpertDraw.CommitmentTo(Role, DrawSeed),
            []
        );
        return unsigned with { Signature = Signing.Sign(unsigned.ToSign(Tender)) };
    }

    public HolderMessage Say(HolderSubject subject, byte[] body) =>
        HolderMessage.Of(Tender, subject, Role, body, Signing);

    /// <summary>The keys in a file; a new root when there is none yet. Null when the passphrase is another.</summary>
    public static HolderKeys? Open(FileInfo file, string tender, HolderRole role, string passphrase)
    {
        if (!file.Exists)
        {
            var made = new HolderKeys(tender, role, RandomNumberGenerator.GetBytes(SealHash.Size));
            File.WriteAllBytes(file.FullName, made.ToFile(passphrase));
        }

        return RecoveryFile.Read(File.ReadAllBytes(file.FullName), Bound(tender, role), passphrase) is { } read
            ? new HolderKeys(tender, role, read)
            : null;
    }

    /// <summary>The bytes of the key file under a passphrase.</summary>
    public byte[] ToFile(string passphrase) =>
        RecoveryFile.Write(
            Root,
            Bound(Tender, Role),
            passphrase,
            RandomNumberGenerator.GetBytes(RecoveryFile.SaltSize)
        );

    private static byte[] Bound(string tender, HolderRole role) =>
        SealHash.Hash("holder-file", Encoding.UTF8.GetBytes(tender), [(byte)role]);

    private SealKey Pair(string label) => Hpke.DeriveKeyPair(Derive(label));

    private byte[] Derive(string label) => SealHash.Derive(Root, context, "holder-" + label);
}
