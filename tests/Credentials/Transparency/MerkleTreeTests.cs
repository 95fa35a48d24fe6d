using Approvals.Credentials.Transparency;

namespace Approvals.Credentials.Tests.Transparency;

/// <summary>Against the vectors published with RFC 6962's reference implementation, then against the definition itself.</summary>
public sealed class MerkleTreeTests
{
    private static readonly string[] Entries =
    [
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    ];

    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [InlineData(6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef")]
    [InlineData(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void Roots_are_those_of_the_reference(int size, string root) => Hex(Tree(size).Root()).ShouldBe(root);

    [Theory]
    [InlineData(0, 1, "")]
    [InlineData(0, 8, "96a296d2 5f083f0a 6b47aaf2")]
    [InlineData(5, 8, "bc1a0643 ca854ea1 d37ee418")]
    [InlineData(2, 3, "fac54203")]
    [InlineData(1, 5, "6e340b9c 5f083f0a bc1a0643")]
    public void Inclusion_proofs_are_those_of_the_reference(int index, int size, string path)
    {
        var tree = Tree(8);

        var proof = InclusionProof.Create(index, size, tree);

        string.Join(' ', proof.Path.Select(hash => Hex(hash)[..8])).ShouldBe(path);
        proof.Verify(tree.Hash(0, index), Tree(size).Root()).ShouldBeTrue();
    }

    [Theory]
    [InlineData(1, 1, "")]
    [InlineData(1, 8, "96a296d2 5f083f0a 6b47aaf2")]
    [InlineData(6, 8, "0ebc5d34 ca854ea1 d37ee418")]
    [InlineData(2, 5, "5f083f0a bc1a0643")]
    public void Consistency_proofs_are_those_of_the_reference(int from, int size, string path)
    {
        var proof = ConsistencyProof.Create(from, size, Tree(8));

        string.Join(' ', proof.Path.Select(hash => Hex(hash)[..8])).ShouldBe(path);
        proof.Verify(Tree(from).Root(), Tree(size).Root()).ShouldBeTrue();
    }

    [Fact]
    public void Every_proof_of_every_small_tree_holds_and_no_altered_one_does()
    {
        const int Largest = 33;
        var tree = Growing(Largest);
        for (var size = 1; size <= Largest; size++)
        {
            var root = Growing(size).Root();
            for (var index = 0; index < size; index++)
            {
                var proof = InclusionProof.Create(index, size, tree);
                var leaf = tree.Hash(0, index);
                proof.Verify(leaf, root).ShouldBeTrue();
                proof.Verify(tree.Hash(0, (index + 1) % Largest), root).ShouldBeFalse();
                (proof with { Path = [.. proof.Path, leaf] }).Verify(leaf, root).ShouldBeFalse();
                (proof with { Path = [.. proof.Path.Skip(1)] }).Verify(leaf, root).ShouldBe(proof.Path.Count == 0);
            }

            for (var from = 0; from <= size; from++)
            {
                var proof = ConsistencyProof.Create(from, size, tree);
                var older = Growing(from).Root();
                proof.Verify(older, root).ShouldBeTrue($"{from} {size}");
                if (from > 0)
                {
                    proof.Verify(Growing(from - 1).Root(), root).ShouldBeFalse();
                    proof.Verify(older, tree.Hash(0, 0)).ShouldBe(size == 1);
                }
            }
        }
    }

    [Fact]
    public void A_stored_tree_goes_on_where_it_stopped()
    {
        for (var size = 0; size <= 20; size++)
        {
            var tree = Growing(size);
            var again = TreeFrontier.Restore(size, tree);
            again.Root().ShouldBe(tree.Root());
            again.Append(Leaf(size));
            again.Root().ShouldBe(Growing(size + 1).Root());
        }
    }

    private static MemoryTree Tree(int size)
    {
        var tree = new MemoryTree();
        foreach (var entry in Entries.Take(size))
        {
            tree.Append(MerkleHash.OfLeaf(Convert.FromHexString(entry)));
        }

        return tree;
    }

    private static MemoryTree Growing(int size)
    {
        var tree = new MemoryTree();
        for (var i = 0; i < size; i++)
        {
            tree.Append(Leaf(i));
        }

        return tree;
    }

    private static byte[] Leaf(int number) => MerkleHash.OfLeaf(BitConverter.GetBytes(number));

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);
}
