namespace Approvals.Credentials.Tests.Attacks;

/// <summary>The range says that less, more or something else is signed than the file without this signature's value.</summary>
public sealed class ByteRangeAttack : IAttackClass
{
    private static readonly (string Name, string Shape, string Code)[] Shapes =
    [
        ("begins after the first byte", "[1 {0} {1} {2}]", "signature.byte-range"),
        ("three numbers", "[0 {0} {1}]", "signature.byte-range"),
        ("six numbers", "[0 1 2 3 4 5]", "signature.byte-range"),
        ("negative length", "[0 {0} {1} -{2}]", "signature.byte-range"),
        ("gap begins early", "[0 100 {1} {2}]", "signature.byte-range"),
        ("parts the wrong way round", "[0 {1} {0} {2}]", "signature.byte-range"),
        ("no gap", "[0 {0} {0} {2}]", "signature.byte-range"),
        ("past the end", "[0 {0} {1} 99999999]", "signature.byte-range"),
        ("nothing but the gap", "[0 0 {1} {2}]", "signature.byte-range"),
        ("real numbers", "[0 {0}.5 {1} {2}]", "signature.byte-range"),
        ("texts for numbers", "[(0) (9) (9) (9)]", "signature.byte-range"),
        ("null", "null", "signature.byte-range"),
        ("ends inside a revision", "[0 {0} {1} 100]", "signature.revision"),
    ];

    public IEnumerable<Attack> Make(AttackMaterial material)
    {
        foreach (var (name, shape, code) in Shapes)
        {
            yield return new("seal alone: " + name, AttackMaterial.WithRange(material.Sealed, 0, shape), code);
        }

        foreach (var (name, shape, _) in Shapes[..8])
        {
            var file = AttackMaterial.WithRange(material.Archived, 4, shape);
            yield return new("document timestamp: " + name, file, "signature.byte-range");
        }
    }
}
