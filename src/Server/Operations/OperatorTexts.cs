using Approvals.Server.Texts;

namespace Approvals.Server.Operations;

/// <summary>The command line speaks English.</summary>
internal static class OperatorTexts
{
    private static readonly Lazy<ITexts> Table = new(() => new LanguageTexts(TextTable.Load(), "en"));

    public static ITexts English => Table.Value;
}
