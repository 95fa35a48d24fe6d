using System.Globalization;

namespace Approvals.Credentials.Tests.Attacks;

/// <summary>The file is cut where an earlier revision ended, or in the middle of one: what is left was once honest.</summary>
public sealed class TruncationAttack : IAttackClass
{
    private static readonly string[] After = ["drawing", "certification", "review", "approval"];

    public IEnumerable<Attack> Make(AttackMaterial material)
    {
        var ends = AttackMaterial.RevisionsOf(material.Archived);
        for (var i = 0; i < After.Length; i++)
        {
            yield return new($"cut after the {After[i]}", material.Archived[..ends[i]], "licence.signature-missing");
        }

        for (var i = 0; i < ends.Count; i++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"revision {i + 1} cut in its last line");
            yield return new(name, material.Archived[..(ends[i] - 3)], "structure.trailing");
        }

        yield return new("cut in half", material.Archived[..(material.Archived.Length / 2)], "structure.malformed");
        yield return new("the header alone", material.Archived[..20], "structure.malformed");
    }
}
