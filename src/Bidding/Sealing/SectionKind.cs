namespace Approvals.Bidding.Sealing;

/// <summary>开标一览 read out at the opening, 资格文件 for post-qualification, 技术暗标 for the blind scoring.</summary>
public enum SectionKind : byte
{
    Open = 1,
    Qualification = 2,
    Technical = 3,
}

/// <summary>One section of one lot; lots count from 0. The order in the body is kind by kind, so that what is read out comes first.</summary>
public readonly record struct SectionId(int Lot, SectionKind Kind)
{
    private static readonly SectionKind[] Kinds = [SectionKind.Open, SectionKind.Qualification, SectionKind.Technical];

    /// <summary><c>l ‖ p</c>, three bytes.</summary>
    public byte[] Bytes => [(byte)(Lot >> 8), (byte)Lot, (byte)Kind];

    /// <summary>Every section of a tender in the order of bodies and of commitments.</summary>
    public static IEnumerable<SectionId> All(int lots) =>
        from kind in Kinds
        from lot in Enumerable.Range(0, lots)
        select new SectionId(lot, kind);
}
