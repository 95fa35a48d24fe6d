using System.Text;
using Approvals.Credentials.Keys;
using Approvals.Credentials.Transparency;

namespace Approvals.Credentials.Tests.Transparency;

public sealed class CheckpointTests : IDisposable
{
    private const string Origin = "qingyuan.example/log";
    private static readonly DateTimeOffset Now = new(2026, 10, 14, 15, 0, 0, TimeSpan.FromHours(8));
    private readonly EcdsaKey key = EcdsaKey.Generate();
    private readonly EcdsaKey witnessKey = EcdsaKey.Generate();
    private readonly TemporaryFolder folder = new();

    public void Dispose()
    {
        key.Dispose();
        witnessKey.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void The_text_is_the_specifications_and_only_that_is_read()
    {
        const string Text = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";

        var checkpoint = Checkpoint.Parse(Text).ShouldNotBeNull();

        checkpoint.Size.ShouldBe(20852163);
        checkpoint.ToText().ShouldBe(Text);
        Checkpoint.Parse(Text + "extension\n").ShouldNotBeNull().Extensions.ShouldBe(["extension"]);
        Checkpoint.Parse(Text.TrimEnd('\n')).ShouldBeNull();
        Checkpoint.Parse(Text.Replace("20852163", "020852163", StringComparison.Ordinal)).ShouldBeNull();
        Checkpoint.Parse(Text.Replace("20852163", "-1", StringComparison.Ordinal)).ShouldBeNull();
        Checkpoint.Parse(Text.Replace("CsUY", "", StringComparison.Ordinal)).ShouldBeNull();
        Checkpoint.Parse(Text + "\n").ShouldBeNull();
        Checkpoint.Parse("").ShouldBeNull();
    }

    [Fact]
    public void A_note_made_elsewhere_is_read_and_written_again_unchanged()
    {
        const string Note =
            "Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n\n"
            + "— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n";

        var note = SignedNote.Parse(Note).ShouldNotBeNull();

        note.Text.ShouldEndWith("ed è subito sera.\n");
        note.Signatures.ShouldHaveSingleItem().KeyId.ShouldBe(0x367ba04bu);
        note.ToString().ShouldBe(Note);
    }

    [Fact]
    public void Openssl_verifies_the_signature_of_a_checkpoint()
    {
        var signer = new NoteSigner(Origin, key);
        var note = signer.Sign(new Checkpoint(Origin, 3, MerkleHash.OfEmptyTree()).ToText());
        File.WriteAllText(folder["key.pem"], key.PublicKey.GetECDsaPublicKey()!.ExportSubjectPublicKeyInfoPem());

        ExternalTool
            .Succeed(
                "openssl",
                "dgst",
                "-sha256",
                "-verify",
                folder["key.pem"],
                "-signature",
                folder.Write("signature", note.Signatures[0].Value.Span),
                folder.Write("text", Encoding.UTF8.GetBytes(note.Text))
            )
            .ShouldContain("Verified OK");
    }

    [Fact]
    public void A_verifier_accepts_its_key_and_nothing_else()
    {
        var signer = new NoteSigner(Origin, key);
        var verifier = NoteVerifier.Parse(signer.Verifier.ToString()).ShouldNotBeNull();
        var note = SignedNote.Parse(signer.Sign("一行字\n").ToString()).ShouldNotBeNull();

        verifier.Accepts(note).ShouldBeTrue();
        verifier.Accepts(note with { Text = "另一行\n" }).ShouldBeFalse();
        verifier.Accepts(note with { Signatures = [] }).ShouldBeFalse();
        verifier.Accepts(note.With(note.Signatures[0] with { Value = new byte[] { 1 } })).ShouldBeFalse();
        new NoteVerifier(Origin, witnessKey.PublicKey).Accepts(note).ShouldBeFalse();
        new NoteVerifier("elsewhere", key.PublicKey).Accepts(note).ShouldBeFalse();
        NoteVerifier.Parse("a b+00000000+AA==").ShouldBeNull();
        NoteVerifier
            .Parse(signer.Verifier.ToString().Replace("+0", "+1", StringComparison.Ordinal) + "A")
            .ShouldBeNull();
        Should.Throw<ArgumentException>(() => new NoteSigner("a+b", key));
    }

    [Theory]
    [InlineData("text\n")]
    [InlineData("text\n\n")]
    [InlineData("text\n\n- name AAAAAAA=\n")]
    [InlineData("text\n\n— name AAAA\n")]
    [InlineData("text\n\n— na me AAAAAAA=\n")]
    [InlineData("text\n\n— name AAAAAAA=")]
    [InlineData("te\rxt\n\n— name AAAAAAA=\n")]
    public void What_is_no_note_is_not_read(string text) => SignedNote.Parse(text).ShouldBeNull();

    [Fact]
    public void A_witness_cosigns_what_extends_what_it_saw_and_nothing_else()
    {
        var log = new NoteSigner(Origin, key);
        var witness = new Witness("witness.example", witnessKey, log.Verifier, Origin);
        var tree = new MemoryTree();
        var fork = new MemoryTree();
        for (var i = 0; i < 9; i++)
        {
            tree.Append(MerkleHash.OfLeaf([(byte)i]));
            fork.Append(MerkleHash.OfLeaf([(byte)(i == 3 ? 99 : i)]));
        }

        var five = new Checkpoint(Origin, 5, TreeFrontier.Restore(5, tree).Root());
        var nine = log.Sign(new Checkpoint(Origin, 9, tree.Root()).ToText());
        var forked = log.Sign(new Checkpoint(Origin, 9, fork.Root()).ToText());
        var proof = ConsistencyProof.Create(5, 9, tree);

        var cosignature = witness.Cosign(nine, five, proof, Now).ShouldNotBeNull();
        witness.Verifier.CosignedAt(nine.With(cosignature)).ShouldBe(Now);
        log.Verifier.Accepts(nine.With(cosignature)).ShouldBeTrue();
        witness.Verifier.CosignedAt(forked.With(cosignature)).ShouldBeNull();
        witness.Cosign(log.Sign(five.ToText()), null, new(0, 5, []), Now).ShouldNotBeNull();
        witness.Cosign(forked, five, ConsistencyProof.Create(5, 9, fork), Now).ShouldBeNull();
        witness.Cosign(nine, five, new(0, 9, []), Now).ShouldBeNull();
        witness.Cosign(nine with { Signatures = [] }, five, proof, Now).ShouldBeNull();
        new Witness("w", witnessKey, log.Verifier, "other/log").Cosign(nine, five, proof, Now).ShouldBeNull();
    }
}
