using System.Globalization;

namespace Approvals.Credentials.Tests.Attacks;

/// <summary>One signature's gap is widened until it holds a part of the document or of another signature.</summary>
public sealed class OverlapAttack : IAttackClass
{
    public IEnumerable<Attack> Make(AttackMaterial material)
    {
        for (var i = 0; i < 4; i++)
        {
            var (_, _, start, end, rest) = AttackMaterial.RangeOf(material.Archived, i);
            var name = string.Create(CultureInfo.InvariantCulture, $"gap of signature {i + 1}");
            yield return Of(name + " begins ten bytes early", i, $"[0 {start - 10} {end} {rest}]");
            yield return Of(name + " ends ten bytes late", i, $"[0 {start} {end + 10} {rest - 10}]");
        }

        var first = AttackMaterial.RangeOf(material.Archived, 0);
        var second = AttackMaterial.RangeOf(material.Archived, 1);
        yield return Of(
            "the first gap holds the second signature too",
            0,
            $"[0 {first.Start} {second.End} {second.Tail}]"
        );
        yield return Of("the second range begins in the first gap", 1, $"[0 {first.Start} {second.End} {second.Tail}]");

        Attack Of(string name, int index, string range) =>
            new(name, AttackMaterial.WithRange(material.Archived, index, range), "signature.byte-range");
    }
}
