using Approvals.Credentials.Transparency;

namespace Approvals.Credentials.Tests.Transparency;

public sealed class TileTests
{
    [Theory]
    [InlineData(0, 0, 256, "tile/0/000")]
    [InlineData(0, 1234067, 256, "tile/0/x001/x234/067")]
    [InlineData(1, 999, 17, "tile/1/999.p/17")]
    [InlineData(5, 1000, 1, "tile/5/x001/000.p/1")]
    [InlineData(TileAddress.Entries, 7, 5, "tile/entries/007.p/5")]
    public void Paths_are_those_of_the_specification(int level, long index, int width, string path)
    {
        var address = new TileAddress(level, index, width);

        address.Path.ShouldBe(path);
        TileAddress.Parse(path).ShouldBe(address);
    }

    [Theory]
    [InlineData("tile/0/0")]
    [InlineData("tile/0/1000")]
    [InlineData("tile/0/x000/001")]
    [InlineData("tile/0/001/067")]
    [InlineData("tile/6/000")]
    [InlineData("tile/-1/000")]
    [InlineData("tile/00/000")]
    [InlineData("tile/0/000.p/0")]
    [InlineData("tile/0/000.p/256")]
    [InlineData("tile/0/000.p/+1")]
    [InlineData("tile/0/..")]
    [InlineData("tile")]
    [InlineData("")]
    public void Other_spellings_are_no_tiles(string path) => TileAddress.Parse(path).ShouldBeNull();

    [Fact]
    public void A_growing_tree_writes_what_its_readers_ask_for_and_nothing_twice()
    {
        TileAddress.NewIn(0, 0).ShouldBeEmpty();
        TileAddress.NewIn(0, 1).Select(tile => tile.Path).ShouldBe(["tile/entries/000.p/1", "tile/0/000.p/1"]);
        TileAddress
            .NewIn(250, 515)
            .Select(tile => tile.Path)
            .ShouldBe([
                "tile/entries/000",
                "tile/entries/001",
                "tile/entries/002.p/3",
                "tile/0/000",
                "tile/0/001",
                "tile/0/002.p/3",
                "tile/1/000.p/2",
            ]);
        TileAddress.NewIn(512, 514).Select(tile => tile.Path).ShouldBe(["tile/entries/002.p/2", "tile/0/002.p/2"]);
    }

    [Fact]
    public void Proofs_come_out_of_published_tiles()
    {
        const int Size = 70_003;
        var tree = new MemoryTree();
        for (var i = 0; i < Size; i++)
        {
            tree.Append(MerkleHash.OfLeaf(BitConverter.GetBytes(i)));
        }

        var published = TileAddress
            .NewIn(0, Size)
            .Where(tile => tile.Level != TileAddress.Entries)
            .ToDictionary(tile => tile.Path, tree.Tile, StringComparer.Ordinal);
        var tiles = new TiledHashes(Size, address => published[address.Path]);

        TreeFrontier.Restore(Size, tiles).Root().ShouldBe(tree.Root());
        foreach (var index in new long[] { 0, 1, 255, 256, 65_535, 65_536, 69_999, Size - 1 })
        {
            var proof = InclusionProof.Create(index, Size, tiles);
            proof.Verify(tree.Hash(0, index), tree.Root()).ShouldBeTrue();
            proof.Path.Count.ShouldBeLessThanOrEqualTo(17);
        }

        ConsistencyProof
            .Create(65_537, Size, tiles)
            .Verify(TreeFrontier.Restore(65_537, tree).Root(), tree.Root())
            .ShouldBeTrue();
        Should.Throw<ArgumentOutOfRangeException>(() => tiles.Hash(8, Size / 256));
    }

    [Fact]
    public void Bundles_give_back_their_entries_or_nothing()
    {
        var bundle = EntryBundle.Write([new byte[] { 1, 2, 3 }, Array.Empty<byte>(), new byte[300]]);

        EntryBundle.Read(bundle, 3).ShouldNotBeNull().Select(entry => entry.Length).ShouldBe([3, 0, 300]);
        EntryBundle.Read(bundle, 2).ShouldBeNull();
        EntryBundle.Read(bundle, 4).ShouldBeNull();
        EntryBundle.Read(bundle.AsMemory(0, bundle.Length - 1), 3).ShouldBeNull();
        Should.Throw<ArgumentException>(() => EntryBundle.Write([new byte[EntryBundle.LongestEntry + 1]]));
    }
}
