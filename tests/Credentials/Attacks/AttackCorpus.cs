namespace Approvals.Credentials.Tests.Attacks;

/// <summary>Every class of attack by its name.</summary>
public static class AttackCorpus
{
    public static IReadOnlyDictionary<string, IAttackClass> Classes { get; } =
        new Dictionary<string, IAttackClass>(StringComparer.Ordinal)
        {
            ["byte range"] = new ByteRangeAttack(),
            ["overlap"] = new OverlapAttack(),
            ["universal signature forgery"] = new UniversalForgeryAttack(),
            ["signature wrapping"] = new SignatureWrappingAttack(),
            ["incremental saving"] = new IncrementalSavingAttack(),
            ["incremental saving, signed"] = new SignedSavingAttack(),
            ["shadow: hide"] = new ShadowHideAttack(),
            ["shadow: replace"] = new ShadowReplaceAttack(),
            ["shadow: hide and replace"] = new ShadowHideAndReplaceAttack(),
            ["evil annotation"] = new EvilAnnotationAttack(),
            ["sneaky signature"] = new SneakySignatureAttack(),
            ["field lock"] = new FieldLockAttack(),
            ["truncation"] = new TruncationAttack(),
            ["transplant"] = new TransplantAttack(),
            ["licence data"] = new LicenceDataAttack(),
            ["ambiguity"] = new AmbiguityAttack(),
            ["cms"] = new CmsAttack(),
            ["trust"] = new TrustAttack(),
            ["timestamp"] = new TimestampAttack(),
            ["revocation"] = new RevocationAttack(),
        };
}
