using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Approvals.Bidding.Sealing;
using Approvals.Bidding.Sealing.Envelopes;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Tests.Simulation;
using Approvals.Credentials.Sealing;

namespace Approvals.Bidding.Tests.Browser;

/// <summary>Invariant 5's other half: given the same chance, .NET and the browser's library make and read the same bytes.</summary>
public sealed class SameBytesTests
{
    /// <summary>Sizes at the edges of chunks (16 KiB) and pieces (256 KiB), and a body that ends with a whole piece's rest.</summary>
    public static TheoryData<int, int, SectionSizes> Tenders =>
        new()
        {
            { 501, 1, new SectionSizes(256, 300, 400) },
            { 502, 1, new SectionSizes(16 * 1024, (16 * 1024) + 1, (256 * 1024) - 1) },
            { 503, 2, new SectionSizes(9, 70_000, 600_000) },
            { 504, 3, new SectionSizes(32 * 1024, 8 * 16 * 1024, 17 * 16 * 1024) },
        };

    [Fact]
    public void The_public_vectors_hold_in_the_browsers_library() =>
        SealingLibrary
            .Output("vectors.mjs", [SealingLibrary.Vectors], "")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(':')[0])
            .ShouldBe([
                "RFC 5869",
                "Wycheproof AES-GCM",
                "Wycheproof ECDH P-256",
                "CFRG HPKE",
                "SLIP-39",
                "Wycheproof C2SP chunked encryption",
                "RFC 6962",
            ]);

    [Theory]
    [MemberData(nameof(Tenders))]
    public void An_envelope_is_the_same_byte_for_byte_and_each_opens_the_others(int seed, int lots, SectionSizes sizes)
    {
        var world = new World(seed, lots);
        var notice = world.Notice with { Sizes = sizes };
        var bid = SealedBid.Make(world, notice);

        var theirs = SealingLibrary.Ask(bid.Question());

        theirs.Bytes("notice").ShouldBe(NoticeCodec.Write(notice));
        theirs.Bytes("noticeHash").ShouldBe(notice.Hash);
        theirs.Bytes("deposit").ShouldBe(AttemptSecrets.DepositReference(bid.Root, notice.Hash));
        theirs.Bytes("base").ShouldBe(bid.Header.Base);
        theirs.GetProperty("bodySize").GetInt64().ShouldBe(BodyOpener.SizeOf(notice));
        SHA256.HashData(theirs.Bytes("body")).ShouldBe(SHA256.HashData(bid.Body));
        theirs.Bytes("core").ShouldBe(bid.Header.Core);
        theirs.Bytes("toSign").ShouldBe(IdentitySheet.ToSign(bid.Header.Core, bid.Sheet.Lots, bid.Sheet.Supersedes));
        theirs.Bytes("header").ShouldBe(bid.Header.Write());
        theirs.Bytes("id").ShouldBe(bid.Header.Id);
        SealKey.Verifies(bid.Header.SlotPoint, bid.Header.Id, theirs.Bytes("slotSignature")).ShouldBeTrue();
    }

    [Theory]
    [InlineData(505, new[] { 1, 2, 3 })]
    [InlineData(506, new[] { 4, 2, 1 })]
    public void The_browsers_library_opens_what_NET_sealed_and_refuses_every_change(int seed, int[] roles)
    {
        var world = new World(seed, 2);
        var bid = SealedBid.Make(world, world.Notice);
        var holders = roles.Select(role => world.HolderOf((HolderRole)role)).ToList();

        var theirs = SealingLibrary.Ask(
            new
            {
                ask = "open",
                notice = NoticeCodec.Write(world.Notice),
                root = bid.Root,
                header = bid.Header.Write(),
                body = bid.Body,
                step = 1,
                contentKeys = holders.Select(holder => new { role = holder.Role, scalar = holder.Content.Scalar }),
                identityKeys = world.Holders.Select(holder => new
                {
                    role = holder.Role,
                    scalar = holder.Identity.Scalar,
                }),
            }
        );

        theirs.Bytes("id").ShouldBe(bid.Header.Id);
        theirs.Bytes("holders").ShouldBe(bid.HolderSecret);
        theirs.Bytes("identity").ShouldBe(world.IdentitySecretOf(bid.Header));
        theirs.GetProperty("dealt").EnumerateArray().ShouldAllBe(each => each.GetBoolean());
        theirs.GetProperty("otherDealt").GetBoolean().ShouldBeFalse();
        theirs
            .GetProperty("sections")
            .EnumerateArray()
            .Select(each => Convert.ToHexString(each.GetBytesFromBase64()))
            .ShouldBe(
                SectionId.All(2).Select(section => Convert.ToHexString(bid.Content.GetValueOrDefault(section) ?? []))
            );
        theirs
            .GetProperty("codes")
            .EnumerateArray()
            .Select(each => each.GetString())
            .ShouldBe(bid.Sheet.Members.Select(member => member.CreditCode.Value));
        theirs.Bytes("supersedes").ShouldBe(bid.Sheet.Supersedes);
    }

    /// <summary>5: what one takes for a header or a notice after a bit changed, the other does, too.</summary>
    [Fact]
    public void Both_refuse_the_same_changed_headers_and_notices()
    {
        var world = new World(507, 2);
        var bid = SealedBid.Make(world, world.Notice);
        var (header, notice) = (bid.Header.Write(), NoticeCodec.Write(world.Notice));

        SealingLibrary
            .Ask(
                new
                {
                    ask = "flippedHeaders",
                    notice,
                    header,
                }
            )
            .GetString()
            .ShouldBe(Flipped.All(header, bytes => EnvelopeHeader.Read(world.Notice, bytes) is not null));
        SealingLibrary
            .Ask(new { ask = "flippedNotices", notice })
            .GetString()
            .ShouldBe(Flipped.All(notice, bytes => NoticeCodec.Read(bytes) is not null));
    }

    [Fact]
    public void Key_pairs_and_signatures_are_each_others()
    {
        var random = new Random(508);
        var seeds = Enumerable.Range(0, 20).Select(_ => TestHolder.Bytes(random, 32)).ToArray();
        var data = TestHolder.Bytes(random, 32);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var signature = key.SignData(data, HashAlgorithmName.SHA256);

        var theirs = SealingLibrary.Ask(
            new
            {
                ask = "keys",
                seeds,
                signature,
            }
        );

        foreach (var (mine, its) in seeds.Zip(theirs.EnumerateArray()))
        {
            var pair = Hpke.DeriveKeyPair(mine);
            its.Bytes("scalar").ShouldBe(pair.Scalar);
            its.Bytes("point").ShouldBe(pair.Point);
            SealKey.Verifies(pair.Point, mine, its.Bytes("signature")).ShouldBeTrue();
            key.VerifyData(data, its.Bytes("der"), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)
                .ShouldBeTrue();
        }
    }

    [Fact]
    public void A_recovery_file_opens_on_both_sides_and_says_why_it_does_not()
    {
        var random = new Random(509);
        var (root, noticeHash, salt) = (Take(32), Take(32), Take(RecoveryFile.SaltSize));
        const string passphrase = "清源 投标 2026";
        var file = RecoveryFile.Write(root, noticeHash, passphrase, salt);

        var theirs = SealingLibrary.Ask(
            new
            {
                ask = "recovery",
                root,
                noticeHash,
                passphrase,
                salt,
                file,
            }
        );

        theirs.Bytes("written").ShouldBe(file);
        theirs.Bytes("read").ShouldBe(root);
        theirs.GetProperty("wrong").GetString().ShouldBe("wrong-passphrase");
        theirs.GetProperty("other").GetString().ShouldBe("another-tender");
        theirs.GetProperty("cut").GetString().ShouldBe("not-a-recovery-file");

        byte[] Take(int count) => TestHolder.Bytes(random, count);
    }

    [Fact]
    public void The_files_of_a_section_are_packed_and_unpacked_the_same()
    {
        var random = new Random(510);
        BidFile[] files =
        [
            new(BidFileRole.Document, "资格.pdf", TestHolder.Bytes(random, 61)),
            new(BidFileRole.Document, "", []),
            new(BidFileRole.DepositProof, "保函.pdf", TestHolder.Bytes(random, 5)),
        ];
        var mine = BidParcel.Write(files);

        var theirs = SealingLibrary.Ask(
            new
            {
                ask = "parcel",
                files = files.Select(file => new
                {
                    role = file.Role,
                    name = file.Name,
                    content = file.Content,
                }),
            }
        );

        theirs.Bytes("written").ShouldBe(mine);
        theirs.Bytes("inParts").ShouldBe(mine);
        theirs
            .GetProperty("names")
            .EnumerateArray()
            .Select(each => each.GetString())
            .ShouldBe(BidParcel.Read(mine).ShouldNotBeNull().Select(file => file.Name));
        theirs
            .GetProperty("flipped")
            .GetString()
            .ShouldBe(Flipped.All(mine, bytes => BidParcel.Read(bytes) is not null));
    }
}
