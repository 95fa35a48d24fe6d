namespace Approvals.Credentials.Tests.Attacks;

/// <summary>The document is changed by a further update that nobody signs.</summary>
public sealed class IncrementalSavingAttack : IAttackClass
{
    public IEnumerable<Attack> Make(AttackMaterial material)
    {
        foreach (var (name, change) in DocumentChanges.All)
        {
            yield return new(
                "after the seal: " + name,
                AttackMaterial.Update(material.Sealed, change),
                name is "form thrown away" or "seal's value taken away" ? "signature.none" : "document.changed"
            );
            yield return new(
                "after the archive timestamp: " + name,
                AttackMaterial.Update(material.Archived, change),
                name == "form thrown away" ? "structure.malformed" : "document.changed"
            );
        }

        const string Page = "\n4 0 obj\n<</Type /Page>>\nendobj\n";
        var reference = "startxref\n" + StartOf(material.Sealed) + "\n%%EOF\n";
        yield return new("body alone", AttackMaterial.Raw(material.Sealed, Page), "structure.trailing");
        yield return new(
            "body and end",
            AttackMaterial.Raw(material.Sealed, Page + "%%EOF\n"),
            "document.unsigned-revision"
        );
        yield return new(
            "body and the old cross-references",
            AttackMaterial.Raw(material.Sealed, Page + reference),
            "document.unsigned-revision"
        );
        yield return new(
            "body and a trailer without cross-references",
            AttackMaterial.Raw(material.Sealed, Page + "trailer\n<</Size 5>>\nstartxref\n9\n%%EOF\n"),
            "structure.malformed"
        );
    }

    private static string StartOf(byte[] pdf)
    {
        var text = System.Text.Encoding.Latin1.GetString(pdf);
        var at = text.LastIndexOf("startxref\n", StringComparison.Ordinal) + "startxref\n".Length;
        return text[at..text.IndexOf('\n', at)];
    }
}
