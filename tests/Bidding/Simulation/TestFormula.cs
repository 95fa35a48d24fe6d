using System.Runtime.CompilerServices;
using Approvals.Bidding.Evaluation;

namespace Approvals.Bidding.Tests.Simulation;

/// <summary>The price formula that comes with the platform.</summary>
internal static class TestFormula
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../.."));

    public static byte[] Bytes { get; } = File.ReadAllBytes(Path.Combine(Root, "workflows/tender-price.dmn"));

    public static PriceFormula Read() => PriceFormula.Read(Bytes) ?? throw new FormatException("No formula.");

    private static string ThisFile([CallerFilePath] string file = "") => file;
}
